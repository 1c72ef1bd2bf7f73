// Loaded into the Playground by NODE_OPTIONS=--require: it listens and connects on this machine only, and ends with whoever started it.
'use strict';
const net = require('node:net');

const home = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);
const { listen } = net.Server.prototype;
const { connect } = net.Socket.prototype;

net.Server.prototype.listen = function (...args) {
  if (typeof args[0] === 'number' || typeof args[0] === 'string' && /^\d+$/.test(args[0])) {
    const rest = args.slice(1).filter(a => typeof a === 'function' || typeof a === 'number');
    return listen.call(this, { port: Number(args[0]), host: '127.0.0.1', backlog: rest.find(a => typeof a === 'number') },
      rest.find(a => typeof a === 'function'));
  }
  if (args[0] && typeof args[0] === 'object' && !args[0].path) args[0] = { ...args[0], host: '127.0.0.1' };
  return listen.apply(this, args);
};

net.Socket.prototype.connect = function (...args) {
  // net.connect hands over one array of normalised arguments, a direct call the plain ones.
  const to = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = typeof to === 'object' ? to.host ?? 'localhost' : typeof args[1] === 'string' ? args[1] : 'localhost';
  const local = typeof to === 'object' && to.path || home.has(host);
  if (local) return connect.apply(this, args);
  process.nextTick(() => this.destroy(new Error(`The Playground may not leave this machine: ${host}`)));
  return this;
};

const parent = process.ppid;
setInterval(() => { if (process.ppid !== parent) process.exit(); }, 1000).unref();
