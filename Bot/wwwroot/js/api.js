// Every request of the page goes through here: it carries the seat, and each failure becomes one sentence.

export const seat = () => new URLSearchParams(location.search).get('as');

export function address(path, extra = {}) {
  const query = new URLSearchParams(extra);
  if (seat()) query.set('as', seat());
  return query.size ? `${path}?${query}` : path;
}

export const get = path => ask(path, { method: 'GET' });

export const post = (path, body) => ask(path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

async function ask(path, options) {
  let response;
  try {
    response = await fetch(address(path), { ...options, signal: AbortSignal.timeout(30_000) });
  } catch {
    throw new Error('连接不上服务器,请检查网络后重试。');
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return answer;
  const failure = new Error(answer?.error ?? '服务器暂时出错,请稍后重试。');
  failure.signIn = response.status === 401;
  throw failure;
}
