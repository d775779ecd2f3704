/* Arrows walk through the calendar: up and down within a day, left and right to the day beside, page keys to what is before and after. */
(function () {
  'use strict';
  var calendar = document.querySelector('[data-calendar]');
  if (!calendar) { return; }
  var all = function (selector, root) { return Array.prototype.slice.call(root.querySelectorAll(selector)); };
  var days = all('.day, td', calendar);
  var shown = function (link) { return link.offsetParent !== null; };
  var top = function (link) { return link.getBoundingClientRect().top; };
  var stops = function (day) { return all('.free, .meeting, .date', day).filter(shown).sort(function (a, b) { return top(a) - top(b); }); };

  function beside(day, from, step) {
    for (var i = days.indexOf(day) + step; i >= 0 && i < days.length; i += step) {
      var near = stops(days[i]).sort(function (a, b) { return Math.abs(top(a) - top(from)) - Math.abs(top(b) - top(from)); })[0];
      if (near) { return near; }
    }
    return null;
  }

  function follow(selector) {
    var link = document.querySelector(selector);
    if (link) { link.click(); }
  }

  calendar.addEventListener('keydown', function (event) {
    var link = event.target.closest('.free, .meeting, .date, .day h2 a');
    var day = link && link.closest('.day, td');
    if (!day || event.altKey || event.ctrlKey || event.metaKey) { return; }
    var here = stops(day), at = here.indexOf(link), next = null;
    var week = calendar.classList.contains('month') ? 7 : 0;
    switch (event.key) {
      case 'ArrowDown': next = here[at + 1] || (week ? beside(day, link, week) : null); break;
      case 'ArrowUp': next = here[at - 1] || (week ? beside(day, link, -week) : null); break;
      case 'ArrowRight': next = beside(day, link, 1); break;
      case 'ArrowLeft': next = beside(day, link, -1); break;
      case 'PageDown': follow('a[rel=next]'); break;
      case 'PageUp': follow('a[rel=prev]'); break;
      case 'Home': follow('[data-today]'); break;
      default: return;
    }
    event.preventDefault();
    if (next) { next.focus(); next.scrollIntoView({ block: 'nearest' }); }
  });

  /* One stop for the tabulator among the free hours: that of today, or of the first day. */
  var first = calendar.querySelector('.today .free') || calendar.querySelector('.free');
  if (first) { first.tabIndex = 0; }
  calendar.addEventListener('focusin', function (event) {
    if (event.target.classList.contains('free')) {
      all('.free[tabindex="0"]', calendar).forEach(function (free) { free.tabIndex = -1; });
      event.target.tabIndex = 0;
    }
  });
}());
