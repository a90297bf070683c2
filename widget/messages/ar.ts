// Arabic. What visitors write is kept apart in direction (U+2068 … U+2069), so that its punctuation stays with it.
import type { Grammar, Messages } from './catalogue.ts'

const apart = (text: string) => `\u2068${text}\u2069`

export const catalogue = ({ plural, day }: Grammar): Messages => ({
  help: 'المساعدة',
  title: 'كيف يمكننا مساعدتك؟',
  close: 'إغلاق المساعدة',
  back: 'رجوع',
  loading: 'جارٍ التحميل…',
  contact: 'تواصل معنا',

  startHere: 'ابدأ من هنا',
  forThisPage: 'لهذه الصفحة',
  popular: 'الإجابات الأكثر قراءة',
  yourQuestions: 'أسئلتك',
  statusWaiting: 'بانتظار الإجابة',
  statusAnswered: 'تمت الإجابة',
  statusSending: 'لم يُرسل بعد',
  answerReady: 'وصلت الإجابة عن سؤالك',
  youAsked: (text) => `سؤالك: «${apart(text)}»`,
  readAnswer: 'قراءة الإجابة',
  newAnswers: (count) =>
    plural(count, {
      one: 'إجابة جديدة',
      two: 'إجابتان جديدتان',
      few: '# إجابات جديدة',
      other: '# إجابة جديدة',
    }),

  search: 'البحث في المساعدة',
  placeholder: 'اكتب سؤالك بكلماتك',
  clear: 'مسح',
  results: (count) =>
    plural(count, {
      zero: 'لا توجد نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: '# نتائج',
      other: '# نتيجة',
    }),
  answers: 'الإجابات',
  unsure: 'قد لا يكون هذا ما تبحث عنه.',
  didYouMean: (text) => `هل تقصد «${apart(text)}»؟`,
  inLanguage: (name) => `باللغة ${name}`,
  noneOfThese: 'لم تجد ما تبحث عنه؟ اسألنا',
  askUs: 'اطرح علينا سؤالًا',
  noAnswer: (text) => `لا توجد إجابة عن «${apart(text)}» بعد`,
  noAnswerHint: 'اترك سؤالك هنا، وسيطّلع عليه من يكتبون هذه الإجابات.',

  askTitle: 'اسألنا',
  askHint: 'أخبرنا بكلماتك عمّا تبحث عنه.',
  question: 'سؤالك',
  questionMissing: 'اكتب سؤالك أولًا.',
  detail: 'التفاصيل (اختياري)',
  email: 'البريد الإلكتروني (اختياري)',
  emailWrong: 'عنوان البريد الإلكتروني غير مكتمل.',
  privacyNote: 'نحتفظ بسؤالك، ولا نستخدم عنوانك إلا للرد عليك.',
  maybeThese: 'هل تجد إجابتك هنا؟',
  send: 'إرسال السؤال',

  sentTitle: 'وصلنا سؤالك',
  sentNext: 'سنكتب لك إجابة، وستجدها هنا ضمن «أسئلتك».',
  sentNextMail: (email) => `سنكتب لك إجابة ونُعلمك بها على ${apart(email)}.`,
  reference: (code) => `الرقم المرجعي: ${code}`,
  waitingTitle: 'تم حفظ سؤالك',
  waitingText: 'لا يوجد اتصال بالإنترنت حاليًا. سيُرسل سؤالك فور عودة الاتصال، دون أن تفعل شيئًا.',
  similar: 'إجابات مشابهة',
  searchAgain: 'البحث عن شيء آخر',

  updated: (date) => `آخر تحديث: ${day(date)}`,
  copyLink: 'نسخ الرابط',
  copied: 'تم نسخ الرابط',
  related: 'مواضيع ذات صلة',
  solved: 'هل حلّ هذا مشكلتك؟',
  yes: 'نعم',
  no: 'لا',
  glad: 'شكرًا لك، يسعدنا ذلك.',
  sorry: 'نأسف لذلك. عمّ كنت تبحث؟',
  reasonTitle: 'ما المشكلة؟',
  reasons: {
    missing: 'معلومات ناقصة',
    wrong: 'خطأ أو معلومات قديمة',
    unclear: 'يصعب فهمها',
    broken: 'رابط أو صورة لا تعمل',
    other: 'ليس ما سألت عنه',
  },
  reasonDetail: 'أخبرنا بالمزيد (اختياري)',
  sendFeedback: 'إرسال',
  skip: 'تخطٍّ',

  offline: 'لا يوجد اتصال بالإنترنت. يمكنك متابعة البحث، وتُحفظ أسئلتك حتى عودته.',
  failed: 'تعذّر تحميل الإجابات، لكن يمكنك ترك سؤال.',
  answerFailed: 'تعذّر تحميل هذه الإجابة.',
  retry: 'إعادة المحاولة',
  busy: (seconds) =>
    `الإقبال كبير الآن. سنعيد المحاولة بعد ${plural(seconds, {
      one: 'ثانية',
      two: 'ثانيتين',
      few: '# ثوانٍ',
      other: '# ثانية',
    })}.`,
  mailInstead: 'راسلنا بالبريد الإلكتروني',
  queued: (count) =>
    `${plural(count, {
      one: 'سؤال واحد',
      two: 'سؤالان',
      few: '# أسئلة',
      many: '# سؤالًا',
      other: '# سؤال',
    })} بانتظار الإرسال.`,
  dropped: (count) =>
    `تعذّر الاحتفاظ ${plural(count, {
      one: 'بسؤال أقدم',
      two: 'بسؤالين أقدم',
      few: 'بـ# أسئلة أقدم',
      many: 'بـ# سؤالًا أقدم',
      other: 'بـ# سؤال أقدم',
    })}.`,
})
