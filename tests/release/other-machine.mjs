// Loaded before a build: the same computer seen as another one, on another day, whose folders list backwards.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const LATER = 400 * 86_400_000;
const now = Date.now.bind(Date);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(now() + LATER);
    else super(...parts);
  }
  static now() {
    return now() + LATER;
  }
};
const list = fs.readdirSync;
fs.readdirSync = (...given) => list(...given).reverse();
syncBuiltinESMExports();
