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

/** Sends a file as it is. XHR, because fetch does not tell how much has gone. */
export function upload(path, query, file, onProgress) {
  const xhr = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    const fail = (sentence, more = {}) => reject(Object.assign(new Error(sentence), more));
    xhr.open('POST', address(path, query));
    xhr.responseType = 'json';
    xhr.setRequestHeader('Content-Type', 'application/octet-stream');
    xhr.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total);
    xhr.onabort = () => fail('已取消。', { cancelled: true });
    xhr.onerror = () => fail('连接中断,文件没有传完。请检查网络后重试。', { again: true });
    xhr.onload = () => {
      if (xhr.status === 200 && xhr.response) return resolve(xhr.response);
      const sentence = xhr.response?.error ?? '服务器暂时出错,请稍后重试。';
      return fail(sentence, { again: xhr.status >= 500 || xhr.status === 408 || xhr.status === 429 || xhr.status === 400, signIn: xhr.status === 401 });
    };
    xhr.send(file);
  });
  return { done, cancel: () => xhr.abort() };
}

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
