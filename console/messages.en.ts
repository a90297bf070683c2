// What the console says, in English. The other languages have the same keys, or they don't compile.
import type { DismissReason, EntryState, GapState, Problem } from '../shared/contract.ts'
import type { Role } from './session.ts'

const plural = (count: number, one: string, many: string) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`

export const en = {
  tag: 'en',
  name: 'English',
  switchTo: 'Language',
  justNow: 'just now',

  shell: {
    product: 'Askwell',
    skip: 'Skip to content',
    navigation: 'Main',
    gaps: 'Gaps',
    entries: 'Entries',
    site: 'Site',
    account: (name: string) => `Account of ${name}`,
    signOut: 'Sign out',
    shortcuts: 'Keyboard shortcuts',
    loading: 'Loading…',
  },

  roles: { viewer: 'Viewer', contributor: 'Contributor', publisher: 'Publisher', admin: 'Admin' } satisfies Record<
    Role,
    string
  > as Record<Role, string>,
  takesRole: (needed: string, own: string) => `This takes the role “${needed}”. Yours is “${own}”.`,

  problem: (problem: Problem): string => {
    if (problem.status === 0) return 'The server can’t be reached. Check your connection and try again.'
    if (problem.detail) return problem.detail
    return 'Something went wrong on our side. Try again in a moment.'
  },
  requestId: (id: string) => `Request ${id}`,
  retry: 'Try again',
  reload: 'Reload',
  undo: 'Undo',
  cancel: 'Cancel',
  close: 'Close',

  invite: {
    title: 'Welcome to Askwell',
    lead: 'You have been invited. Tell us who you are, and you are in.',
    name: 'Your name',
    nameHint: 'Other agents see it next to your work.',
    email: 'E-mail',
    password: 'Password',
    passwordHint: 'At least 12 characters. A few words in a row work well.',
    submit: 'Create account',
    noSecret: 'This link is incomplete. Open it again from where you received it, all of it.',
    used: 'This link was used already or is too old. Ask for a new one.',
    exists: 'An agent with this e-mail address exists already. Sign in instead.',
  },

  signIn: {
    title: 'Sign in',
    lead: 'Every question that finds no answer becomes an answer.',
    ended: 'Your session has ended. Sign in to go on where you were; nothing you typed is lost.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'E-mail address or password is wrong.',
    instead: 'Sign in instead',
  },

  gapStates: { open: 'Open', in_progress: 'In progress', answered: 'Answered', dismissed: 'Dismissed' } as Record<
    GapState,
    string
  >,
  dismissReasons: {
    not_for_us: 'Not for us',
    spam: 'Spam',
    product_problem: 'A problem of the product',
    already_answered: 'Answered already',
    other: 'Another reason',
  } as Record<DismissReason, string>,

  inbox: {
    title: 'Gaps',
    lead: 'Questions that visitors asked and found no answer to.',
    states: 'State of the gaps',
    list: 'Gaps',
    asked: (count: number) => (count === 1 ? 'Asked once' : `Asked ${count.toLocaleString('en')} times`),
    takenBy: (name: string) => `${name} is on it`,
    answeredBy: (name: string) => `Answered by ${name}`,
    notRefreshed: 'This list may be out of date.',
    empty: {
      open: {
        title: 'No open gaps',
        text: 'Every question found its answer, or nobody has asked yet. Put Askwell on your pages with this tag; questions without an answer then arrive here by themselves.',
      },
      in_progress: { title: 'Nobody is writing', text: 'A gap moves here as soon as somebody writes its answer.' },
      answered: {
        title: 'None answered yet',
        text: 'A gap counts as answered once every wording of it finds the published entry.',
      },
      dismissed: { title: 'Nothing dismissed', text: 'Gaps that need no answer rest here, and can be reopened.' },
    } as Record<GapState, { title: string; text: string }>,
    tag: 'Script tag for your pages',
    allow: 'Allow the site that it stands on',
  },

  gap: {
    back: 'All gaps',
    wordings: (count: number) => `${plural(count, 'wording', 'wordings')} of this question`,
    times: (count: number) => `${count.toLocaleString('en')}×`,
    lastAsked: 'last asked',
    firstAsked: 'first asked',
    write: 'Write answer',
    open: 'Open the entry',
    improve: 'Improve the entry',
    reopenedByQuestion: 'There is an entry for this already, but somebody still did not find their answer.',
    dismiss: 'Dismiss',
    dismissReason: 'Why does it need no answer?',
    reopen: 'Reopen',
    dismissedFor: (reason: string) => `Dismissed: ${reason}`,
    takenBy: (name: string) => `${name} is writing this answer.`,
    takenByYou: 'You are writing this answer.',
    answered: 'Answered: every wording finds the entry.',
    doneDismissed: 'Gap dismissed.',
    doneReopened: 'Gap is open again.',
    changed: 'Somebody changed this gap in the meantime. This is how it is now; nothing was lost.',
    missing: 'There is no such gap. It may have been removed.',
  },

  entryStates: { draft: 'Draft', published: 'Live', archived: 'Archived' } as Record<EntryState, string>,
  liveWithChanges: 'Live with changes',

  entries: {
    title: 'Entries',
    lead: 'All that your visitors can find, and what is still being written.',
    search: 'Search entries',
    state: 'State of the entries',
    all: 'All',
    list: 'Entries',
    updated: (name: string) => `by ${name}`,
    more: 'Load more',
    create: 'New entry',
    shown: (count: number) => `${plural(count, 'entry', 'entries')} shown`,
    empty: {
      title: 'No entries yet',
      text: 'An entry is a question with its answer. Start one here, or from a gap: then the words of your visitors come along.',
    },
    noneFound: { title: 'Nothing found', text: 'No entry has these words in its question, answer, phrasings or tags.' },
    clear: 'Clear search',
    dialog: {
      title: 'New entry',
      question: 'Question',
      hint: 'In the words that a visitor would use.',
      locale: 'Language',
      create: 'Create',
    },
  },

  editor: {
    back: 'All entries',
    question: 'Question',
    questionHint: 'In the words that a visitor would use.',
    answer: 'Answer',
    phrasings: 'Phrasings',
    phrasingsHint: 'Other wordings of the question. They are searched, but not shown.',
    phrasing: (n: number) => `Phrasing ${n}`,
    addPhrasing: 'Add a phrasing',
    removePhrasing: (text: string) => `Remove phrasing “${text}”`,
    tags: 'Tags',
    addTag: 'Add a tag',
    addTagHint: 'Enter adds it.',
    removeTag: (text: string) => `Remove tag “${text}”`,
    locale: 'Language',
    readOnly: 'You may read this entry. Changing it takes the role “Contributor”.',
    loadingEditor: 'Loading the editor…',
    toolbar: 'Format',
    bold: 'Bold',
    italic: 'Italic',
    link: 'Link',
    list: 'List',
    numbered: 'Numbered list',
    heading: 'Heading',
    show: 'Show',
    write: 'Write',
    publish: 'Publish',
    publishAgain: 'Publish again',
    publishChanges: 'Publish changes',
    archive: 'Archive',
    needsAnswer: 'Write an answer first, then publish it.',
    published: 'Published: visitors find it now.',
    archived: 'Archived: visitors no longer find it.',
    missing: 'There is no such entry. It may have been removed.',
    savedBy: (name: string) => `by ${name}`,
    linkText: 'text',
  },

  save: {
    saved: 'Saved',
    unsaved: 'Not saved yet',
    saving: 'Saving…',
    failed: 'Not saved',
    conflict: 'Not saved: somebody else saved',
    needsQuestion: 'Write a question, then it is saved.',
    retry: 'Save now',
  },

  recovered: {
    text: 'There is text of yours in this browser that was never saved.',
    restore: 'Restore my text',
    discard: 'Discard it',
  },

  conflict: {
    title: (name: string) => `${name} saved a newer version of this entry`,
    titleYou: 'You saved a newer version of this entry in another window',
    text: 'Nothing is overwritten. Compare the two, then choose.',
    mine: 'Your version',
    theirs: (name: string) => `Version of ${name}`,
    theirsYou: 'The other version',
    noAnswer: 'No answer written.',
    keepMine: 'Keep mine',
    useTheirs: 'Use theirs',
    useTheirsYou: 'Use the other one',
  },

  preview: {
    title: 'Preview',
    frame: 'Preview of the widget with this entry',
    phone: 'Phone width',
    desktop: 'Desktop width',
    reload: 'Reload preview',
    hint: 'This is the real widget on the saved text. Nobody else sees it, and nothing is logged.',
  },

  replay: {
    title: 'Does every wording find it?',
    short: 'Wordings',
    found: 'found',
    notFound: 'not found',
    summary: (found: number, all: number) =>
      found === all
        ? all === 1
          ? 'The one wording finds this entry.'
          : `All ${all} wordings find this entry.`
        : `${found} of ${plural(all, 'wording finds', 'wordings find')} this entry.`,
    none: 'No wordings yet. Add phrasings, and they are tried here.',
    add: 'Add as phrasing',
    addLabel: (text: string) => `Add “${text}” as phrasing`,
    checking: 'Checking…',
    list: 'Wordings and whether they find this entry',
  },

  gaps: {
    title: 'Gaps that this entry answers',
    waiting: 'Waiting until every wording finds the entry',
    answered: 'Answered',
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    everywhere: 'Everywhere',
    lists: 'In lists',
    gap: 'On a gap',
    editor: 'In the editor',
    help: 'This help',
    goGaps: 'Gaps',
    goEntries: 'Entries',
    next: 'Next',
    previous: 'Previous',
    open: 'Open',
    search: 'Search entries',
    write: 'Write the answer',
    dismiss: 'Dismiss',
    undo: 'Undo the last step',
    save: 'Save',
    publish: 'Publish',
  },

  snippet: { copy: (what: string) => `Copy: ${what}`, copied: 'Copied' },
  notice: { failed: 'That did not work' },
  nowhere: { title: 'There is nothing here', text: 'The address may be mistyped.', home: 'Go to the gaps' },
  noSite: {
    title: 'No site yet',
    text: 'A site is one place that shows Askwell. Make one on the command line, then reload this page:',
    command: 'Command that makes a site',
  },
}

export type Messages = typeof en
