// The conversation on the right: the same words and cards as in chat.

import { post } from './api.js';
import { $, banner, el } from './dom.js';
import { CardPlace } from './cards.js';

export class Chat {
  #inbox; #busy = false; #waiting = [];

  constructor(inbox) {
    this.#inbox = inbox;
    const words = $('words');
    $('say').addEventListener('submit', event => {
      event.preventDefault();
      this.#send(words.value);
      words.value = '';
      this.#grow();
      words.focus();
    });
    words.addEventListener('keydown', event => {
      // Enter also picks a word in a Chinese input method; that is not ours.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      $('say').requestSubmit();
    });
    words.addEventListener('input', () => this.#grow());
    for (const button of $('say').querySelectorAll('.quick button')) button.addEventListener('click', () => this.#send(button.textContent));
    this.#bubble('bot', el('p', {}, '您好。写“拟稿”发起一件,写“舆情”加看到的情况上报,“待办”看等我办的,“查”加词语找件,“帮助”看全部用法。'));
  }

  hear(replies) {
    for (const reply of replies ?? []) this.#reply(reply);
  }

  /** Messages go out one after another, in the order they were written. */
  async #send(text, bubble = this.#bubble('mine', el('p', {}, text.trim()))) {
    if (!text.trim()) { bubble.remove(); return; }
    this.#waiting.push([text.trim(), bubble]);
    if (this.#busy) return;
    this.#busy = true;
    while (this.#waiting.length) await this.#deliver(...this.#waiting.shift());
    this.#busy = false;
  }

  async #deliver(text, bubble) {
    const dots = this.#bubble('bot typing', el('p', {}, el('span', { class: 'hidden' }, '正在回复'), el('i'), el('i'), el('i')));
    try {
      const answer = await post('/desk/messages', { text });
      dots.remove();
      this.hear(answer.replies);
      this.#inbox.load();
    } catch (failure) {
      dots.remove();
      this.#failed(text, bubble, failure);
    }
  }

  #failed(text, bubble, failure) {
    const note = el('p', { class: 'unsent', role: 'alert' }, `没有送达:${failure.message}`,
      failure.signIn && el('a', { href: '/', target: '_blank', rel: 'noopener' }, '重新登录'),
      el('button', { type: 'button', onclick: () => { note.remove(); this.#send(text, bubble); } }, '重试'));
    bubble.append(note);
    note.scrollIntoView({ block: 'nearest' });
  }

  #reply(reply) {
    if (document.body.dataset.pane !== 'chat') $('unheard').hidden = false;
    if (!reply.card) return this.#bubble('bot', el('p', {}, reply.summary));
    const root = el('div', { 'aria-label': reply.summary, role: 'group' });
    const place = new CardPlace(root, outcome => {
      this.hear(outcome.replies);
      this.#inbox.load();
    });
    place.show(reply.card);
    return this.#bubble('bot wide', root);
  }

  #bubble(kind, content) {
    const bubble = el('div', { class: `bubble ${kind}` }, el('span', { class: 'hidden' }, kind.startsWith('mine') ? '我说:' : '机器人说:'), content);
    $('log').append(bubble);
    // A tall card is read from its top.
    bubble.scrollIntoView({ block: bubble.offsetHeight > $('log').clientHeight ? 'start' : 'end' });
    return bubble;
  }

  #grow() {
    const words = $('words');
    words.style.height = 'auto';
    words.style.height = `${Math.min(words.scrollHeight, 160)}px`;
  }
}
