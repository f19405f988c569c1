// Part of the plain exit script. Pictures that a phone takes of its open apps, and a screen that somebody else switches
// to, show an empty page (TR-11). The web has nothing that would forbid the picture: this is the best a page can do.

const root = document.documentElement;

function draw(): void {
  root.dataset.curtain = '';
}

function lift(): void {
  delete root.dataset.curtain;
}

document.addEventListener('visibilitychange', () =>
  document.visibilityState === 'hidden' ? draw() : lift(),
);
addEventListener('pagehide', draw);
addEventListener('pageshow', lift);
document.addEventListener('freeze', draw);
document.addEventListener('resume', lift);

// A phone shows its open apps before it tells the page that it is hidden. On a desktop losing the focus means another
// window beside this one, where an empty page would only be in the way.
if (matchMedia('(pointer: coarse)').matches) {
  addEventListener('blur', draw);
  addEventListener('focus', lift);
  // Some browsers do not give the focus back by themselves: a touch does.
  addEventListener('pointerdown', lift, true);
}

export {};
