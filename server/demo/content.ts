// The demo site's knowledge: a small tea shop, in English and Chinese. Seeded on the first run.
import type { EntryText } from '../../shared/contract.ts'

export const demoSiteKey = 'pk_demo'

type DemoEntry = Omit<EntryText, 'locale' | 'phrasings'> & { readonly phrasings?: readonly string[] }

const english: readonly DemoEntry[] = [
  {
    question: 'How long does delivery take?',
    answer:
      'We pack on working days until **3 pm**.\n\n| To | Takes |\n| --- | --- |\n| Germany, Austria | 1–2 working days |\n| European Union | 3–5 working days |\n| Elsewhere | 7–12 working days |\n\nYou get a mail with the tracking number when the parcel leaves us.',
    tags: ['delivery'],
    phrasings: ['When will my parcel arrive?', 'shipping time'],
  },
  {
    question: 'How much is shipping?',
    answer: 'Shipping is **€4.90** within the European Union and free from **€45**. Outside the Union it is €14.90.',
    tags: ['delivery', 'price'],
    phrasings: ['delivery costs', 'postage fee'],
  },
  {
    question: 'How do I return a tea I do not like?',
    answer:
      'Unopened tins come back within **30 days**:\n\n1. Open [your orders](https://example.com/orders) and choose *Return*.\n2. Print the label and stick it on the parcel.\n3. Drop it at any post office.\n\nThe money is with you within five working days after the parcel reached us. Opened tins we cannot take back, but tell us what you did not like: we send a sample of something that fits better.',
    tags: ['returns'],
    phrasings: ['refund', 'send something back'],
  },
  {
    question: 'Which ways to pay are there?',
    answer:
      'Card, PayPal, Apple Pay, Google Pay, bank transfer and Alipay. Companies with an account may pay by invoice.',
    tags: ['payment'],
  },
  {
    question: 'How do I store green tea?',
    answer:
      'Cool, dark, dry and away from spices. An unopened bag keeps a year in the **fridge**; once opened, use it within two months. Let a cold bag come to room temperature before you open it, or the leaves get damp.',
    tags: ['tea'],
    phrasings: ['how to keep tea fresh'],
  },
  {
    question: 'How much caffeine is in your teas?',
    answer:
      'For a cup of 200 ml:\n\n| Tea | Caffeine |\n| --- | --- |\n| Black | 40–60 mg |\n| Oolong | 30–50 mg |\n| Green | 20–40 mg |\n| White | 15–30 mg |\n| Rooibos, herbs | none |\n\nA cup of coffee has 80–120 mg.',
    tags: ['tea', 'health'],
  },
  {
    question: 'Can I change or cancel my order?',
    answer:
      'Until we have packed it, yes: open [your orders](https://example.com/orders) and choose *Change* or *Cancel*. After that, refuse the parcel or return it; you get your money back either way.',
    tags: ['orders'],
  },
  {
    question: 'Do you sell gift cards?',
    answer:
      'Yes, for any amount from €10. They come by mail within minutes, or printed on cotton paper with your next parcel, and are good for three years.',
    tags: ['gifts'],
  },
  {
    question: 'How do I brew oolong?',
    answer:
      '> 5 g for 500 ml, 90 °C, 3 minutes.\n\nOolong opens slowly: the second and third infusion are the best. Add 30 seconds each time, up to six infusions.',
    tags: ['tea', 'brewing'],
    phrasings: ['water temperature for oolong'],
  },
  {
    question: 'My parcel is damaged. What now?',
    answer:
      'We are sorry. Send a photo of the parcel and of what broke to help@example.com within 14 days. We send a new one the same day; you need not return anything.',
    tags: ['delivery', 'returns'],
    phrasings: ['broken teapot arrived'],
  },
]

const chinese: readonly DemoEntry[] = [
  {
    question: '多久能收到货？',
    answer:
      '工作日**下午三点**前的订单当天打包。\n\n| 送往 | 需要 |\n| --- | --- |\n| 中国大陆 | 1–3 个工作日 |\n| 港澳台 | 3–5 个工作日 |\n| 其他地区 | 7–12 个工作日 |\n\n包裹寄出后，您会收到带有快递单号的邮件。',
    tags: ['配送'],
    phrasings: ['快递要几天', '什么时候到货'],
  },
  {
    question: '运费是多少？',
    answer: '中国大陆每单 **12 元**，满 **199 元** 包邮。港澳台 40 元，其他地区按重量计算。',
    tags: ['配送', '价格'],
    phrasings: ['邮费多少钱'],
  },
  {
    question: '买的茶不喜欢，怎么退货？',
    answer:
      '未拆封的茶叶，**30 天**内可以退：\n\n1. 打开[我的订单](https://example.com/orders)，点“退货”。\n2. 打印退货单，贴在包裹上。\n3. 交给任意快递网点。\n\n我们收到后五个工作日内退款。已拆封的茶叶不能退，但请告诉我们哪里不合口味，我们会寄一份更合适的小样给您。',
    tags: ['退换'],
    phrasings: ['申请退款'],
  },
  {
    question: '可以用哪些方式付款？',
    answer: '支付宝、微信支付、银联卡、信用卡和银行转账。企业客户可以月结。',
    tags: ['付款'],
  },
  {
    question: '绿茶怎么保存？',
    answer:
      '低温、避光、干燥，远离香料。未开封放**冰箱**可保存一年；开封后请在两个月内喝完。从冰箱取出后，先回到室温再打开，以免茶叶受潮。',
    tags: ['茶叶'],
    phrasings: ['茶叶如何保鲜'],
  },
  {
    question: '茶里有多少咖啡因？',
    answer:
      '每杯 200 毫升：\n\n| 茶 | 咖啡因 |\n| --- | --- |\n| 红茶 | 40–60 毫克 |\n| 乌龙 | 30–50 毫克 |\n| 绿茶 | 20–40 毫克 |\n| 白茶 | 15–30 毫克 |\n| 花草茶 | 无 |',
    tags: ['茶叶', '健康'],
  },
  {
    question: '可以修改或取消订单吗？',
    answer:
      '打包之前可以：打开[我的订单](https://example.com/orders)，点“修改”或“取消”。打包以后，可以拒收或退货，同样退款。',
    tags: ['订单'],
  },
  {
    question: '有礼品卡吗？',
    answer: '有，50 元起，金额自选。几分钟内邮件送达，也可以印在棉纸上随下一个包裹寄出，三年内有效。',
    tags: ['礼品'],
  },
  {
    question: '乌龙茶怎么泡？',
    answer: '> 每 500 毫升水 5 克，90 °C，3 分钟。\n\n乌龙茶耐泡，第二、三泡最好喝。每泡多加 30 秒，可泡六次。',
    tags: ['茶叶', '冲泡'],
    phrasings: ['泡乌龙用多少度的水'],
  },
  {
    question: '收到的包裹破损怎么办？',
    answer: '非常抱歉。请在 14 天内把包裹和破损物品的照片发到 help@example.com，我们当天补寄，您无需退回。',
    tags: ['配送', '退换'],
  },
]

export const demoEntries: readonly EntryText[] = [
  ...english.map((entry) => ({ ...entry, phrasings: [...(entry.phrasings ?? [])], locale: 'en' })),
  ...chinese.map((entry) => ({ ...entry, phrasings: [...(entry.phrasings ?? [])], locale: 'zh' })),
]
