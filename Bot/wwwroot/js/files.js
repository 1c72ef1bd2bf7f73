// Under the slip: where files are dropped or chosen, and how each of them fares. One goes at a time, in the order they came.

import { get, upload } from './api.js';
import { $, banner, el, speak } from './dom.js';

const sizes = [['MB', 1024 * 1024], ['KB', 1024]];

function sizeOf(bytes) {
  const [unit, factor] = sizes.find(([, least]) => bytes >= least) ?? ['B', 1];
  return `${(bytes / factor).toFixed(1).replace(/\.0$/, '')} ${unit}`;
}

const grouped = hash => hash.match(/.{8}/g).join(' ');

/** One file on its way to one slip: its line in the list, and what can be done about it. */
class Sending {
  #file; #role; #way = null; #bar; #state; #buttons;

  constructor(file, role, roleName, retry, forget) {
    this.#file = file;
    this.#role = role;
    this.retry = retry;
    this.forget = forget;
    this.#bar = el('progress', { max: 1, value: 0, 'aria-label': `上传进度:${file.name}` });
    this.#state = el('p', { class: 'state' });
    this.#buttons = el('div', { class: 'buttons' });
    this.line = el('li', {}, el('p', { class: 'name' }, el('b', {}, file.name), ` ${roleName} · ${sizeOf(file.size)}`), this.#bar, this.#state, this.#buttons);
    this.#show('waiting', '等待上传…', ['取消', () => this.cancel()]);
  }

  get isWaiting() { return this.line.dataset.state === 'waiting'; }

  wait() { this.#show('waiting', '等待上传…', ['取消', () => this.cancel()]); }

  /** Refused before anything was sent. */
  refuse(sentence) { this.#show('refused', sentence, ['知道了', () => this.forget(this)]); }

  cancel() {
    if (this.#way) this.#way.cancel();
    else this.forget(this);
  }

  async send(slip) {
    this.#show('sending', '正在上传…', ['取消', () => this.cancel()]);
    this.#way = upload('/desk/files', { slip, role: this.#role, name: this.#file.name }, this.#file, part => this.#progress(part));
    try {
      const attached = await this.#way.done;
      this.#show('done', attached.said);
      this.#state.append(el('span', { class: 'hash' }, `SHA-256 ${grouped(attached.sha256)}`));
      speak(attached.said);
      return attached;
    } catch (failure) {
      this.#failed(failure);
      return null;
    } finally {
      this.#way = null;
    }
  }

  #progress(part) {
    this.#bar.value = part;
    this.#state.textContent = part < 1 ? `正在上传… ${Math.floor(part * 100)}%` : '已传完,正在检查…';
  }

  #failed(failure) {
    if (failure.cancelled) {
      this.#show('cancelled', '已取消,没有存入。', ['重新上传', () => this.retry(this)], ['移除', () => this.forget(this)]);
    } else if (failure.again || failure.signIn) {
      this.#show('failed', failure.message, ['重试', () => this.retry(this)], ['移除', () => this.forget(this)]);
      if (failure.signIn) this.#buttons.prepend(el('a', { class: 'button', href: '/', target: '_blank', rel: 'noopener' }, '重新登录'));
    } else {
      this.refuse(failure.message);
    }
    speak(`${this.#file.name}:${failure.message}`);
  }

  #show(state, sentence, ...buttons) {
    const held = this.#buttons.contains(document.activeElement);
    this.line.dataset.state = state;
    this.#bar.hidden = state !== 'waiting' && state !== 'sending';
    if (state === 'waiting') this.#bar.value = 0;
    this.#state.setAttribute('role', state === 'failed' || state === 'refused' ? 'alert' : 'none');
    this.#state.textContent = sentence;
    this.#buttons.replaceChildren(...buttons.map(([title, act]) => el('button', { type: 'button', class: 'button', onclick: act }, title)));
    if (held) (this.#buttons.firstElementChild ?? this.line.closest('section')?.querySelector('.choose'))?.focus();
  }
}

export class Files {
  #slip = null; #roles = []; #most = Infinity; #types = []; #waiting = []; #busy = false; #chosen = []; #lists = new Map(); #onFiled;
  #zone; #select; #pick; #ask; #limits; #list;

  /** @param onFiled told of each file that has come to lie on its slip */
  constructor(onFiled) {
    this.#onFiled = onFiled;
    this.#pick = el('input', { type: 'file', multiple: true, class: 'hidden', tabindex: -1, 'aria-hidden': 'true', onchange: () => this.#took() });
    this.#select = el('select', { id: 'fileRole', onchange: () => this.#begin() });
    this.#ask = el('p', { class: 'ask', role: 'alert', hidden: true });
    this.#limits = el('p', { class: 'limits', id: 'fileLimits' });
    this.#list = el('div', {});
    this.#zone = el('section', { class: 'files', 'aria-label': '上传文件' },
      el('div', { class: 'zone' },
        el('p', { class: 'lead' }, el('span', { class: 'drag' }, '把文件拖到这里,或者'),
          el('button', { type: 'button', class: 'button choose', 'aria-describedby': 'fileLimits', onclick: () => this.#pick.click() }, '选择文件'), this.#pick),
        el('p', { class: 'role' }, el('label', { for: 'fileRole' }, '文件类别'), this.#select),
        this.#ask, this.#limits),
      this.#list);
    this.#watchDrag();
  }

  close() {
    this.#slip = null;
    this.#roles = [];
    this.#chosen = [];
  }

  /** The slip's card has been drawn: shows the zone beneath it, where this seat may add files now. */
  async follow(slip) {
    const another = slip !== this.#slip;
    if (another) {
      this.close();
      this.#slip = slip;
    }
    let attach;
    try {
      attach = await get(`/desk/slips/${encodeURIComponent(slip)}/attach`);
    } catch {
      return; // the card is there; what is wrong with the line is said elsewhere
    }
    if (slip !== this.#slip) return;
    this.#roles = attach.roles;
    this.#most = attach.most;
    this.#types = attach.types;
    this.#draw(another);
  }

  #draw(another) {
    const before = another ? '' : this.#select.value;
    const only = this.#roles.length === 1 ? this.#roles[0].role : before;
    this.#select.replaceChildren(el('option', { value: '' }, '请选择'), ...this.#roles.map(({ role, name }) => el('option', { value: role, selected: role === only }, name)));
    this.#limits.textContent = `可上传 ${this.#types.join('、')},每个不超过 ${sizeOf(this.#most)}。上传后显示 SHA-256,供核对。`;
    this.#tell(null);
    const list = this.#lists.get(this.#slip);
    this.#list.replaceChildren(...(list ? [list] : []));
    this.#zone.querySelector('.zone').hidden = this.#roles.length === 0;
    if (this.#roles.length === 0 && !list?.childElementCount) this.#zone.remove();
    else if (this.#zone.parentElement !== $('paper')) $('paper').append(this.#zone);
  }

  #took() {
    this.#take([...this.#pick.files]);
    this.#pick.value = '';
  }

  #take(files) {
    this.#chosen.push(...files);
    this.#begin();
  }

  /** Sends what was chosen, once it has been said what it is. */
  #begin() {
    if (this.#chosen.length === 0) return this.#tell(null);
    const role = this.#roles.find(one => one.role === this.#select.value);
    if (!role) {
      this.#tell(`已选 ${this.#chosen.length} 个文件,请选择文件类别后开始上传。`);
      this.#select.focus();
      return;
    }
    this.#tell(null);
    for (const file of this.#chosen.splice(0)) this.#add(file, role);
    this.#work();
  }

  #add(file, { role, name }) {
    const slip = this.#slip;
    const list = this.#lists.get(slip) ?? el('ul', { 'aria-label': '上传情况' });
    this.#lists.set(slip, list);
    if (list.parentElement !== this.#list) this.#list.replaceChildren(list);
    const sending = new Sending(file, role, name,
      again => { again.wait(); this.#waiting.push({ slip, sending: again }); this.#work(); },
      gone => { this.#waiting = this.#waiting.filter(one => one.sending !== gone); gone.line.remove(); });
    list.append(sending.line);
    const wrong = this.#wrong(file);
    if (wrong) sending.refuse(wrong);
    else this.#waiting.push({ slip, sending });
    sending.line.scrollIntoView({ block: 'nearest' });
  }

  /** What the server would say too, before a large file has travelled for nothing. */
  #wrong(file) {
    const type = /\.([^.]+)$/.exec(file.name)?.[1].toLowerCase();
    if (!this.#types.includes(type)) return `不能上传这种类型的文件。请转换为下列类型之一:${this.#types.join('、')}。`;
    if (file.size > this.#most) return `超过 ${sizeOf(this.#most)}。请压缩其中的图片,或者拆成几个文件后分别上传。`;
    return file.size === 0 ? '这是空文件。请确认文件已保存完整,再重新上传。' : null;
  }

  async #work() {
    if (this.#busy) return;
    this.#busy = true;
    while (this.#waiting.length) {
      const { slip, sending } = this.#waiting.shift();
      const attached = sending.isWaiting ? await sending.send(slip) : null;
      if (attached) this.#onFiled(slip, attached.outcome);
    }
    this.#busy = false;
  }

  #tell(sentence) {
    this.#ask.textContent = sentence ?? '';
    this.#ask.hidden = !sentence;
  }

  /** A file may fall anywhere on the page; a browser left alone would open it in place of the desk. */
  #watchDrag() {
    const brings = event => event.dataTransfer?.types.includes('Files');
    let inside = 0;
    const mark = on => this.#zone.classList.toggle('over', on);
    addEventListener('dragenter', event => { if (brings(event)) { inside++; mark(true); } });
    addEventListener('dragleave', event => { if (brings(event) && --inside <= 0) { inside = 0; mark(false); } });
    addEventListener('dragover', event => {
      if (!brings(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    });
    addEventListener('drop', event => {
      if (!brings(event)) return;
      event.preventDefault();
      inside = 0;
      mark(false);
      this.#dropped(event.dataTransfer);
    });
  }

  #dropped(transfer) {
    const items = [...transfer.items].filter(item => item.kind === 'file');
    const files = items.filter(item => !item.webkitGetAsEntry?.()?.isDirectory).map(item => item.getAsFile()).filter(Boolean);
    if (!this.#slip) return explain('请先从左边打开要存放文件的处理签或舆情,再把文件拖进来。还没有的,先在对话里写“拟稿”或“舆情”。');
    if (this.#roles.length === 0) return explain('您现在不能向本件上传文件。处理签的文件由起草人或起草科室负责人在办理期间上传,舆情的材料由办理人员在办结前上传。');
    if (files.length < items.length) explain('不能上传文件夹,请打开文件夹后选择其中的文件。');
    return files.length > 0 && this.#take(files);
  }
}

function explain(sentence) {
  $('paper').querySelectorAll(':scope > .banner').forEach(old => old.remove());
  const strip = banner('bad', sentence);
  $('paper').prepend(strip);
  strip.scrollIntoView({ block: 'nearest' });
}
