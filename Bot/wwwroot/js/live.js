// The live line. Kept only while the page is in sight: browsers allow six lines to one host, and there are fifteen desks.

import { address } from './api.js';
import { $ } from './dom.js';

export function listen(onSlot, onBack) {
  let source = null;
  let again = 0;

  function start() {
    clearTimeout(again);
    source?.close();
    source = new EventSource(address('/desk/events'));
    source.onopen = () => { tell(null); onBack(); };
    source.addEventListener('slot', event => onSlot(JSON.parse(event.data)));
    source.onerror = () => {
      tell('连接中断,正在重连…');
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(start, 5000);
    };
  }

  function stop() {
    clearTimeout(again);
    source?.close();
    source = null;
  }

  document.addEventListener('visibilitychange', () => document.hidden ? stop() : source ?? start());
  addEventListener('pagehide', stop);
  if (!document.hidden) start();
}

function tell(sentence) {
  $('line').textContent = sentence ?? '';
  $('line').hidden = !sentence;
}
