// The chosen slip in the middle. Follows the case as it changes, but never over what somebody is typing.

import { get } from './api.js';
import { $, banner, el, failureBanner, speak } from './dom.js';
import { CardPlace } from './cards.js';
import { Files } from './files.js';

export class Slip {
  #caseId = null; #version = null; #place = null; #pending = 0; #inbox; #onReplies; #files;

  constructor(inbox, onReplies) {
    this.#inbox = inbox;
    this.#onReplies = onReplies;
    this.#files = new Files((caseId, outcome) => this.#filed(caseId, outcome));
    $('newer').addEventListener('click', () => this.#load(true));
  }

  get caseId() { return this.#caseId; }

  close() {
    this.#caseId = null;
    this.#place = null;
    this.#files.close();
    $('newer').hidden = true;
    $('paper').replaceChildren(el('p', { class: 'empty' }, '从左边选一件,在这里查看和办理。'));
  }

  async open(caseId) {
    this.#caseId = caseId;
    this.#version = null;
    this.#place = null;
    this.#pending = 0;
    this.#files.close();
    $('newer').hidden = true;
    $('paper').replaceChildren(el('p', { class: 'empty wait' }, '正在打开…'));
    this.#inbox.mark(caseId);
    await this.#load(false);
  }

  /** The live line said that a case has a new version. */
  async changed(caseId, version) {
    if (caseId !== this.#caseId || (this.#version && version <= this.#version)) return;
    if (!this.#place || this.#place.busy) { this.#pending = Math.max(this.#pending, version); return; }
    if (!this.#place.typed) return this.#load(false);
    $('newer').hidden = false;
    speak('此件已有更新。');
  }

  /** After a break in the line nobody knows what was missed. */
  async caughtUp(cases) {
    const now = cases?.find(c => c.caseId === this.#caseId);
    if (now) await this.changed(now.caseId, now.version);
  }

  async #load(asked) {
    const caseId = this.#caseId;
    try {
      const outcome = await get(`/desk/cases/${encodeURIComponent(caseId)}`);
      if (caseId !== this.#caseId) return;
      if (this.#place?.typed && !asked) { $('newer').hidden = false; return; }
      this.#show(outcome);
      if (asked) this.#place?.focus();
    } catch (failure) {
      if (caseId !== this.#caseId) return;
      const strip = failureBanner(failure, () => this.#load(asked));
      if (this.#place) this.#place.say(strip);
      else $('paper').replaceChildren(strip);
    }
  }

  #show(outcome) {
    $('newer').hidden = true;
    if (!outcome.card) {
      this.#place = null;
      $('paper').replaceChildren(banner(outcome.refusal ? 'bad' : 'good', outcome.refusal?.text ?? outcome.text ?? '此件现在无法显示。'));
      return;
    }
    if (!this.#place) {
      const root = el('article', { class: 'sheet', 'aria-label': '本件' });
      $('paper').replaceChildren(root);
      $('paper').scrollTo({ top: 0 });
      this.#place = new CardPlace(root, answer => this.#answered(answer));
    }
    this.#place.show(outcome.card);
    this.#files.follow(this.#caseId);
    this.#know(outcome.version);
    this.#catchUp();
  }

  #answered(outcome) {
    this.#onReplies(outcome.replies);
    if (outcome.card) {
      $('newer').hidden = true;
      this.#know(outcome.version ?? this.#version);
      this.#files.follow(this.#caseId);
    }
    this.#inbox.load();
    setTimeout(() => this.#catchUp());
  }

  /** A file has been put on a slip, perhaps not the one that now lies here. */
  #filed(caseId, outcome) {
    this.#inbox.load();
    if (caseId !== this.#caseId) return;
    if (this.#place?.typed || this.#place?.busy) this.changed(caseId, outcome.version);
    else this.#show(outcome);
  }

  /** What was heard while a request was under way. */
  #catchUp() {
    const heard = this.#pending;
    this.#pending = 0;
    if (heard) this.changed(this.#caseId, heard);
  }

  #know(version) {
    this.#version = version ?? null;
    this.#inbox.mark(this.#caseId, version);
  }
}
