/// <reference lib="webworker" />
import { baked } from 'virtual:baked-in';
import { DirectoryStore } from '../store/directory-store.ts';
import { webPlatform } from '../store/web-platform.ts';
import { answerRequests } from './answer-requests.ts';
import { Engine } from './engine.ts';

declare const self: DedicatedWorkerGlobalScope;

const store = new DirectoryStore(baked, webPlatform);
answerRequests(self, store, new Engine(store));
