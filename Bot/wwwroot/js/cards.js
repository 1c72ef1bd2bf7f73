// One place on the page where a card lives: draws it, gathers a click, and puts the answer in its place.

import { post } from './api.js';
import { banner, el, failureBanner, speak } from './dom.js';
import { looks } from './looks.js';

const { AdaptiveCard, HostConfig } = window.AdaptiveCards;

// Cards escape what people typed (\*); shown as plain text, and never as a link or markup.
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
    .replace(/\r?\n/g, '<br>');
  result.didProcess = true;
};

const hostConfig = new HostConfig(looks);

function draw(json, onAction) {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = onAction;
  card.onInlineCardExpanded = (action, open) => open && action.card.renderedElement?.scrollIntoView({ block: 'nearest' });
  card.parse(json);
  return card.render() ?? banner('bad', json.fallbackText ?? '此卡片无法显示。');
}

export class CardPlace {
  #root; #onOutcome; #busy = false;

  /** True once somebody typed or chose something that a new drawing would lose. */
  typed = false;

  /** @param onOutcome told of each answer before it is shown */
  constructor(root, onOutcome = () => {}) {
    this.#root = root;
    this.#onOutcome = onOutcome;
    root.classList.add('card');
    root.addEventListener('input', () => { this.typed = true; });
    root.addEventListener('change', () => { this.typed = true; });
  }

  get busy() { return this.#busy; }

  show(json) {
    const held = this.#root.contains(document.activeElement);
    this.typed = false;
    this.#root.replaceChildren(draw(json, action => this.#click(action)));
    if (held) this.focus();
  }

  focus() {
    this.#root.tabIndex = -1;
    this.#root.focus({ preventScroll: true });
  }

  say(...strips) {
    this.#root.querySelectorAll(':scope > .banner').forEach(old => old.remove());
    this.#root.prepend(...strips);
    strips[0]?.scrollIntoView({ block: 'nearest' });
  }

  async #click(action) {
    const type = action.getJsonTypeName();
    if (type === 'Action.OpenUrl') return follow(action.url);
    if (this.#busy || (type !== 'Action.Execute' && type !== 'Action.Submit')) return;
    const { verb: inData, ...rest } = Object(action.data);
    const asked = type === 'Action.Execute' ? { verb: action.verb, data: Object(action.data) } : { verb: inData, data: rest };

    const focused = document.activeElement;
    this.#wait(true);
    this.say();
    try {
      this.#settle(await post('/desk/clicks', asked));
    } catch (failure) {
      this.say(failureBanner(failure, () => action.execute()));
    } finally {
      this.#wait(false);
      if (this.#root.contains(focused)) focused.focus({ preventScroll: true });
      else if (focused && !focused.isConnected) this.focus();
    }
  }

  #settle(outcome) {
    this.#onOutcome(outcome);
    if (outcome.card) {
      this.show(outcome.card);
      this.#root.closest('.scroll')?.scrollTo({ top: this.#root.offsetTop - 16 });
      speak('已办理,内容已更新。');
    }
    if (outcome.text) this.say(banner('good', outcome.text));
    if (outcome.refusal) this.say(banner('bad', outcome.refusal.text));
  }

  #wait(on) {
    this.#busy = on;
    this.#root.toggleAttribute('inert', on);
    this.#root.setAttribute('aria-busy', on);
  }
}

function follow(url) {
  if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener');
}
