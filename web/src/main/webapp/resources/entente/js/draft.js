/* Keeps a draft on the server while it is typed. Nothing of it is stored in the browser; without this file the buttons do the same. */
(function () {
  'use strict';
  var PAUSE = 1500, LONGEST = 4000, AGAIN = 4000;
  var desk = document.getElementById('draft');
  var form = desk && desk.querySelector('form');
  if (!form || !window.fetch) { return; }
  var said = document.getElementById('saved');
  var timer = null, first = 0, busy = false, dirty = false, sending = null, stopped = false;

  function field(name) { return form.elements['write:' + name]; }

  function body() {
    var data = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (name.indexOf('write:') === 0) { data.append(name, value); } });
    data.append('_csrf', desk.dataset.csrf);
    return data;
  }

  function later(pause) {
    if (stopped) { return; }
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  /* The session is over: the whole form goes the long way, through the sign-in and back to this page with all that is in it. */
  function theLongWay() {
    stopped = true;
    form.querySelector('.button.save').click();
  }

  function freeze() {
    stopped = true;
    Array.prototype.forEach.call(form.elements, function (part) { if (part.type !== 'hidden' && part.type !== 'submit') { part.setAttribute('readonly', ''); } });
  }

  function told(answer) {
    field('revision').value = answer.revision;
    if (answer.signed || answer.aside) {
      var known = field('aside').value === answer.aside && !dirty;
      field('aside').value = answer.aside || '';
      freeze();
      if (known || !answer.aside) { window.location.reload(); } else { dirty = false; save(); }
      return;
    }
    said.textContent = answer.said;
    said.classList.remove('waiting');
  }

  function save() {
    if (busy) { return; }
    busy = true;
    dirty = false;
    first = 0;
    clearTimeout(timer);
    said.textContent = desk.dataset.saving;
    fetch(desk.dataset.to, { method: 'POST', body: body(), credentials: 'same-origin', redirect: 'manual' }).then(function (response) {
      busy = false;
      if (response.type === 'opaqueredirect' || response.status === 403) { theLongWay(); return null; }
      if (response.ok) { return response.json().then(told); }
      if (response.status === 422) { return response.json().then(function (answer) { said.textContent = answer.said; }); }
      throw new Error(String(response.status));
    }).catch(function () {
      busy = false;
      dirty = true;
      said.textContent = desk.dataset.waiting;
      said.classList.add('waiting');
      later(AGAIN);
    }).then(function () {
      if (sending && !busy) { var button = sending; sending = null; button.click(); return; }
      if (dirty && !busy) { later(PAUSE); }
    });
  }

  function changed(event) {
    if (event.target.name && event.target.name.indexOf('write:shelf_') === 0) { event.target.closest('.shelf').className = 'shelf ' + event.target.value; }
    dirty = true;
    first = first || Date.now();
    if (!busy) { later(Date.now() - first > LONGEST ? 0 : PAUSE); }
  }
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);

  /* A button waits until a save that is under way has said its revision. */
  document.addEventListener('submit', function (event) {
    if (event.target === form && busy) {
      sending = event.submitter;
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.target === form) { clearTimeout(timer); stopped = true; dirty = false; }
  }, true);

  /* What was typed last goes along when the page is left. */
  function leaving() { if (dirty && !stopped) { fetch(desk.dataset.to, { method: 'POST', body: body(), credentials: 'same-origin', redirect: 'manual', keepalive: true }); dirty = false; } }
  window.addEventListener('pagehide', leaving);
  document.addEventListener('visibilitychange', function () { if (document.visibilityState === 'hidden' && dirty && !busy) { save(); } });
  window.addEventListener('pageshow', function (event) { if (event.persisted) { window.location.reload(); } });

  /* What came back after a sign-in is on the page and not saved yet. */
  later(PAUSE);
}());
