// 控制台的中文界面。
import type { Messages } from './messages.en.ts'

export const zh: Messages = {
  tag: 'zh-CN',
  name: '中文',
  switchTo: '界面语言',
  justNow: '刚刚',

  shell: {
    product: 'Askwell',
    skip: '跳到正文',
    navigation: '主导航',
    gaps: '待答问题',
    entries: '知识条目',
    site: '站点',
    account: (name) => `${name} 的账号`,
    signOut: '退出登录',
    shortcuts: '键盘快捷键',
    loading: '正在加载…',
  },

  roles: { viewer: '查看者', contributor: '撰稿人', publisher: '发布人', admin: '管理员' },
  takesRole: (needed, own) => `需要“${needed}”权限，您现在是“${own}”。`,

  problem: ({ status }) => {
    if (status === 0) return '连不上服务器。请检查网络后重试。'
    if (status === 401) return '请先登录。'
    if (status === 403) return '您没有权限这样做。'
    if (status === 404) return '找不到这项内容，可能已被移除。'
    if (status === 409) return '内容刚刚被人改过，您的修改没有丢失。请重新加载后再决定。'
    if (status === 413) return '内容太长，服务器不接受。'
    if (status === 422) return '填写的内容还不符合要求，请检查后再试。'
    if (status === 429) return '操作太频繁，请稍后再试。'
    if (status === 503) return '服务暂时不可用，请稍后再试。'
    if (status === 507) return '服务器空间不足，没有保存。请稍后再试。'
    return '服务器出了点问题，请稍后再试。'
  },
  requestId: (id) => `请求编号 ${id}`,
  retry: '重试',
  reload: '重新加载',
  undo: '撤销',
  cancel: '取消',
  close: '关闭',

  invite: {
    title: '欢迎使用 Askwell',
    lead: '您收到了邀请。填好下面几项就可以开始。',
    name: '姓名',
    nameHint: '同事会在您处理过的内容旁看到它。',
    email: '邮箱',
    password: '密码',
    passwordHint: '至少 12 个字符，几个词连在一起就很好。',
    submit: '创建账号',
    noSecret: '链接不完整。请从收到它的地方重新打开完整的链接。',
    used: '这个链接已经用过或已过期，请索取新的链接。',
    exists: '这个邮箱已经有账号了，请直接登录。',
  },

  signIn: {
    title: '登录',
    lead: '每一个没找到答案的问题，都会变成下一位访客能找到的答案。',
    ended: '登录已过期。重新登录后会回到刚才的页面，已输入的内容不会丢失。',
    email: '邮箱',
    password: '密码',
    submit: '登录',
    wrong: '邮箱或密码不正确。',
    instead: '直接登录',
  },

  gapStates: { open: '待处理', in_progress: '撰写中', answered: '已解答', dismissed: '已忽略' },
  dismissReasons: {
    not_for_us: '与我们无关',
    spam: '垃圾信息',
    product_problem: '是产品本身的问题',
    already_answered: '已有答案',
    other: '其他原因',
  },

  inbox: {
    title: '待答问题',
    lead: '访客问过、却没有找到答案的问题。',
    states: '问题状态',
    list: '问题列表',
    asked: (count) => `问过 ${count} 次`,
    takenBy: (name) => `${name} 正在处理`,
    answeredBy: (name) => `由 ${name} 解答`,
    notRefreshed: '列表可能不是最新的。',
    empty: {
      open: {
        title: '没有待处理的问题',
        text: '所有问题都找到了答案，或者还没有人提问。把下面的标签放到您的网页里，没有答案的问题就会自动出现在这里。',
      },
      in_progress: { title: '还没有人在撰写', text: '有人开始为问题写答案后，它就会出现在这里。' },
      answered: { title: '还没有已解答的问题', text: '当每一种问法都能找到已发布的条目，问题才算解答。' },
      dismissed: { title: '没有被忽略的问题', text: '不需要回答的问题会放在这里，随时可以重新打开。' },
    },
    tag: '网页里的脚本标签',
    allow: '允许使用它的网站',
  },

  gap: {
    back: '全部问题',
    wordings: (count) => `${count} 种问法`,
    times: (count) => `${count} 次`,
    lastAsked: '最近一次',
    firstAsked: '最早一次',
    write: '撰写答案',
    open: '打开条目',
    improve: '完善条目',
    reopenedByQuestion: '已有对应的条目，但仍有访客没找到想要的答案。',
    dismiss: '忽略',
    dismissReason: '为什么不需要回答？',
    reopen: '重新打开',
    dismissedFor: (reason) => `已忽略：${reason}`,
    takenBy: (name) => `${name} 正在撰写答案。`,
    takenByYou: '您正在撰写答案。',
    answered: '已解答：每一种问法都能找到这个条目。',
    doneDismissed: '已忽略该问题。',
    doneReopened: '问题已重新打开。',
    changed: '这个问题刚刚被人改过。下面是最新情况，您的内容没有丢失。',
    missing: '找不到这个问题，可能已被移除。',
  },

  entryStates: { draft: '草稿', published: '已上线', archived: '已归档' },
  liveWithChanges: '已上线，有未发布的修改',

  entries: {
    title: '知识条目',
    lead: '访客能找到的全部内容，以及正在撰写的条目。',
    search: '搜索条目',
    state: '条目状态',
    all: '全部',
    list: '条目列表',
    updated: (name) => `${name} 更新`,
    more: '加载更多',
    create: '新建条目',
    shown: (count) => `已显示 ${count} 条`,
    empty: {
      title: '还没有条目',
      text: '一个条目就是一个问题和它的答案。可以在这里新建，也可以从待答问题开始，访客的原话会一并带过来。',
    },
    noneFound: { title: '没有找到', text: '没有条目的问题、答案、其他问法或标签包含这些字词。' },
    clear: '清除搜索',
    dialog: {
      title: '新建条目',
      question: '问题',
      hint: '用访客会用的说法。',
      locale: '语言',
      create: '创建',
    },
  },

  editor: {
    back: '全部条目',
    question: '问题',
    questionHint: '用访客会用的说法。',
    answer: '答案',
    phrasings: '其他问法',
    phrasingsHint: '同一个问题的其他说法。参与搜索，但不会显示给访客。',
    phrasing: (n) => `问法 ${n}`,
    addPhrasing: '添加问法',
    removePhrasing: (text) => `删除问法“${text}”`,
    tags: '标签',
    addTag: '添加标签',
    addTagHint: '按回车添加。',
    removeTag: (text) => `删除标签“${text}”`,
    locale: '语言',
    readOnly: '您可以查看这个条目。修改需要“撰稿人”权限。',
    loadingEditor: '正在加载编辑器…',
    toolbar: '格式',
    bold: '加粗',
    italic: '斜体',
    link: '链接',
    list: '列表',
    numbered: '编号列表',
    heading: '标题',
    show: '显示',
    write: '撰写',
    publish: '发布',
    publishAgain: '重新发布',
    publishChanges: '发布修改',
    archive: '归档',
    needsAnswer: '请先写好答案，再发布。',
    published: '已发布，访客现在就能找到。',
    archived: '已归档，访客不再能找到它。',
    missing: '找不到这个条目，可能已被移除。',
    savedBy: (name) => `${name}`,
    linkText: '文字',
  },

  save: {
    saved: '已保存',
    unsaved: '尚未保存',
    saving: '正在保存…',
    failed: '没有保存',
    conflict: '没有保存：有人刚保存过',
    needsQuestion: '请先填写问题，填好后会自动保存。',
    retry: '立即保存',
  },

  recovered: {
    text: '这个浏览器里有您上次没来得及保存的内容。',
    restore: '恢复我的内容',
    discard: '不要了',
  },

  conflict: {
    title: (name) => `${name} 刚保存了这个条目的新版本`,
    titleYou: '您在另一个窗口里保存了这个条目的新版本',
    text: '没有任何内容被覆盖。请对比两个版本后选择。',
    mine: '您的版本',
    theirs: (name) => `${name} 的版本`,
    theirsYou: '另一个版本',
    noAnswer: '还没有写答案。',
    keepMine: '保留我的',
    useTheirs: '采用对方的',
    useTheirsYou: '采用另一个',
  },

  preview: {
    title: '预览',
    frame: '带有此条目的小组件预览',
    phone: '手机宽度',
    desktop: '桌面宽度',
    reload: '刷新预览',
    hint: '这是真实的小组件，显示已保存的内容。只有您能看到，提问不会被记录。',
  },

  replay: {
    title: '每种问法都能找到它吗？',
    short: '问法检查',
    found: '能找到',
    notFound: '找不到',
    summary: (found, all) =>
      found === all ? `${all} 种问法都能找到这个条目。` : `${all} 种问法中，${found} 种能找到这个条目。`,
    none: '还没有问法。添加其他问法后，会在这里逐一检查。',
    add: '添加为问法',
    addLabel: (text) => `把“${text}”添加为问法`,
    checking: '正在检查…',
    list: '各种问法能否找到此条目',
  },

  gaps: {
    title: '此条目解答的问题',
    waiting: '等待每种问法都能找到条目',
    answered: '已解答',
  },

  shortcuts: {
    title: '键盘快捷键',
    everywhere: '任何页面',
    lists: '列表中',
    gap: '问题页',
    editor: '编辑器',
    help: '显示本帮助',
    goGaps: '待答问题',
    goEntries: '知识条目',
    next: '下一项',
    previous: '上一项',
    open: '打开',
    search: '搜索条目',
    write: '撰写答案',
    dismiss: '忽略',
    undo: '撤销上一步',
    save: '保存',
    publish: '发布',
  },

  snippet: { copy: (what) => `复制：${what}`, copied: '已复制' },
  notice: { failed: '操作没有成功' },
  nowhere: { title: '这里没有内容', text: '地址可能写错了。', home: '返回待答问题' },
  noSite: {
    title: '还没有站点',
    text: '站点就是展示 Askwell 的一处地方。请在命令行创建站点，然后重新加载此页：',
    command: '创建站点的命令',
  },
}
