// The list on the left: what waits for me, then the rest; a dot where something is newer than what I last saw.

import { address, get } from './api.js';
import { $, el, failureBanner } from './dom.js';

export class Inbox {
  #cases = []; #me; #open; #shown = null; #again = false; #loading = null;

  constructor(me, open) {
    this.#me = me;
    this.#open = open;
  }

  get first() { return this.#cases.find(c => c.mustAct) ?? null; }

  /** One request at a time; what changes meanwhile is fetched once more afterwards. */
  load() {
    this.#again = true;
    this.#loading ??= this.#fetch().finally(() => { this.#loading = null; });
    return this.#loading;
  }

  async #fetch() {
    while (this.#again) {
      this.#again = false;
      try {
        const answer = await get('/desk/inbox');
        this.#cases = answer.cases;
        this.#count(answer.waiting);
        this.#draw();
      } catch (failure) {
        if (this.#cases.length === 0) $('cases').replaceChildren(failureBanner(failure, () => this.load()));
      }
    }
    return this.#cases;
  }

  /** Marks the case as the one on the desk, seen up to this version. */
  mark(caseId, version) {
    this.#shown = caseId;
    const known = version ?? this.#cases.find(c => c.caseId === caseId)?.version;
    if (known) {
      const seen = this.#seen();
      seen[caseId] = Math.max(known, seen[caseId] ?? 0);
      localStorage.setItem(this.#key(), JSON.stringify(seen));
    }
    this.#draw();
  }

  #draw() {
    const seen = this.#seen();
    const held = document.activeElement?.dataset?.case;
    const group = (title, cases) => cases.length > 0 && el('section', {},
      el('h2', {}, title, el('span', { class: 'count' }, cases.length)),
      el('ul', {}, ...cases.map(c => this.#line(c, (seen[c.caseId] ?? 0) < c.version))));
    const groups = [group('待我办理', this.#cases.filter(c => c.mustAct)), group('其他', this.#cases.filter(c => !c.mustAct))].filter(Boolean);
    $('cases').replaceChildren(...(groups.length ? groups : [el('p', { class: 'empty' }, '还没有办件。在对话里写“拟稿”,就能发起一件;写“舆情”,就能上报。')]));
    if (held) $('cases').querySelector(`[data-case="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  }

  #line(c, fresh) {
    return el('li', {}, el('a', {
      href: address('/', { slip: c.caseId }), 'data-case': c.caseId, class: `${fresh ? 'fresh' : ''} ${c.open ? '' : 'closed'}`,
      'aria-current': c.caseId === this.#shown ? 'true' : null,
      onclick: event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.#open(c.caseId);
      },
    },
    el('span', { class: 'title' }, fresh && el('span', { class: 'dot' }, el('span', { class: 'hidden' }, '有更新 ')), c.title),
    el('span', { class: 'status' }, c.status),
    el('span', { class: 'small' }, el('span', {}, c.number), el('time', { datetime: c.updatedAt }, when(c.updatedAt)))));
  }

  #count(waiting) {
    $('waiting').textContent = waiting;
    $('waiting').hidden = waiting === 0;
    document.title = waiting > 0 ? `(${waiting}) 办件台` : '办件台';
  }

  #key() { return `desk.seen.${this.#me}`; }

  #seen() {
    try { return JSON.parse(localStorage.getItem(this.#key())) ?? {}; } catch { return {}; }
  }
}

const part = options => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', ...options });
const day = part({ year: 'numeric', month: 'numeric', day: 'numeric' });
const date = part({ month: 'long', day: 'numeric' });
const clock = part({ hour: '2-digit', minute: '2-digit', hour12: false });

function when(instant) {
  const at = new Date(instant);
  return day.format(at) === day.format(new Date()) ? `今天 ${clock.format(at)}` : `${date.format(at)} ${clock.format(at)}`;
}
