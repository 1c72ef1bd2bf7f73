// Builds elements; text is always set as text.

export const $ = id => document.getElementById(id);

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child != null && child !== false));
  return element;
}

/** Said once to screen readers, shown nowhere. */
export function speak(sentence) {
  $('spoken').textContent = '';
  requestAnimationFrame(() => { $('spoken').textContent = sentence; });
}

/** A strip with a sentence and, where there is one, a way on. */
export function banner(kind, sentence, ...actions) {
  return el('div', { class: `banner ${kind}`, role: kind === 'bad' ? 'alert' : 'status' }, el('p', {}, sentence), ...actions);
}

export function failureBanner(failure, retry) {
  return banner('bad', failure.message,
    failure.signIn && el('a', { class: 'button', href: '/', target: '_blank', rel: 'noopener' }, '重新登录'),
    el('button', { type: 'button', class: 'button', onclick: retry }, '重试'));
}
