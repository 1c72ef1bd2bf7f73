// Puts the page together: who I am, the list, the chosen slip, the conversation, the live line.

import { get, seat } from './api.js';
import { $, el, failureBanner } from './dom.js';
import { Chat } from './chat.js';
import { Inbox } from './inbox.js';
import { listen } from './live.js';
import { Slip } from './slip.js';

const wide = matchMedia('(min-width: 700px)');
const chosen = () => new URLSearchParams(location.search).get('slip');

function sitAt(id, slip) {
  const query = new URLSearchParams(location.search);
  for (const [key, value] of [['as', id], ['slip', slip]]) value ? query.set(key, value) : query.delete(key);
  return query.size ? `/?${query}` : '/';
}

function pane(name) {
  document.body.dataset.pane = name;
  const tab = name === 'chat' ? 'chat' : 'inbox';
  for (const button of document.querySelectorAll('.tabs button')) button.setAttribute('aria-pressed', button.dataset.to === tab);
  if (name === 'chat') $('unheard').hidden = true;
}

function introduce(me) {
  $('bureau').textContent = me.bureau;
  $('name').textContent = `${me.person.name} ${me.person.section}`;
  $('signedIn').hidden = Boolean(me.people);
  $('switcher').hidden = $('demo').hidden = !me.people;
  if (!me.people) return;
  history.replaceState(null, '', sitAt(me.person.id, chosen()));
  $('seat').replaceChildren(...me.people.map(p =>
    el('option', { value: p.id, selected: p.id === me.person.id }, `${p.name} · ${p.section} · ${p.roles}`)));
  $('seat').addEventListener('change', () => location.assign(sitAt($('seat').value, null)));
}

async function start() {
  let me;
  try {
    me = await get('/desk/me');
  } catch (failure) {
    $('cases').replaceChildren(failureBanner(failure, start));
    return;
  }
  introduce(me);

  const inbox = new Inbox(me.person.id, choose);
  const chat = new Chat(inbox);
  const slip = new Slip(inbox, replies => chat.hear(replies));

  function choose(caseId) {
    history.pushState(null, '', sitAt(seat(), caseId));
    follow();
    if (!wide.matches) $('slip').focus({ preventScroll: true });
  }

  function follow() {
    const caseId = chosen();
    pane(caseId ? 'slip' : 'inbox');
    if (caseId && caseId !== slip.caseId) slip.open(caseId);
    if (!caseId) { slip.close(); inbox.mark(null); }
  }

  for (const button of document.querySelectorAll('.tabs button'))
    button.addEventListener('click', () => pane(button.dataset.to === 'chat' ? 'chat' : wide.matches && slip.caseId ? 'slip' : 'inbox'));
  $('back').addEventListener('click', () => {
    history.pushState(null, '', sitAt(seat(), null));
    follow();
  });
  addEventListener('popstate', follow);

  follow();
  await inbox.load();
  if (!chosen() && wide.matches && inbox.first) {
    history.replaceState(null, '', sitAt(seat(), inbox.first.caseId));
    follow();
  }
  listen(
    ({ caseId, version }) => { slip.changed(caseId, version); inbox.load(); },
    async () => slip.caughtUp(await inbox.load()));
}

start();
