/* Finds while one types. Without this file the button finds. */
(function () {
  'use strict';
  var form = document.getElementById('asking'), words = document.getElementById('words');
  if (!form || !window.fetch || !window.DOMParser) { return; }
  var timer = null, asked = 0;
  words.addEventListener('input', function () {
    clearTimeout(timer);
    timer = setTimeout(function () {
      var mine = ++asked;
      var address = form.getAttribute('action') + '?q=' + encodeURIComponent(words.value);
      fetch(address, { credentials: 'same-origin', redirect: 'manual' }).then(function (response) { return response.ok ? response.text() : null; }).then(function (text) {
        if (!text || mine !== asked) { return; }
        var found = new DOMParser().parseFromString(text, 'text/html').getElementById('found');
        if (found) {
          document.getElementById('found').replaceWith(found);
          window.history.replaceState(null, '', address);
        }
      }).catch(function () { return null; });
    }, 250);
  });
  if (!words.value) { words.focus(); }
}());
