/* Small comforts. Every page works without this file. */
(function () {
  'use strict';
  var doc = document;
  var all = function (selector, root) { return Array.prototype.slice.call((root || doc).querySelectorAll(selector)); };
  var words = doc.documentElement.dataset;

  /* A button with data-confirm asks first, in a dialog that names what will happen. */
  function ask(button, done) {
    if (!window.HTMLDialogElement) { if (window.confirm(button.dataset.confirm)) { done(); } return; }
    var dialog = doc.createElement('dialog');
    var title = doc.createElement('h2'), text = doc.createElement('p'), actions = doc.createElement('div');
    var yes = doc.createElement('button'), no = doc.createElement('button');
    title.id = 'confirm-title';
    title.textContent = button.dataset.confirmTitle || button.value || button.textContent.trim();
    text.textContent = button.dataset.confirm;
    actions.className = 'actions';
    no.type = yes.type = 'button';
    no.className = 'button quiet';
    no.textContent = words.wordBack || 'Retour';
    yes.className = 'button ' + (button.classList.contains('danger') ? 'danger' : 'primary');
    yes.textContent = button.value || button.textContent.trim();
    actions.append(no, yes);
    dialog.append(title, text, actions);
    dialog.setAttribute('aria-labelledby', title.id);
    doc.body.append(dialog);
    no.addEventListener('click', function () { dialog.close(); });
    yes.addEventListener('click', function () { dialog.close(); done(); });
    dialog.addEventListener('close', function () { dialog.remove(); button.focus(); });
    dialog.showModal();
    no.focus();
  }

  doc.addEventListener('click', function (event) {
    var button = event.target.closest('[data-confirm]');
    if (!button) { return; }
    if (button.dataset.confirmed) { delete button.dataset.confirmed; return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(button, function () { button.dataset.confirmed = 'yes'; button.click(); });
  }, true);

  doc.addEventListener('click', function (event) {
    var target = event.target;
    var print = target.closest('[data-print]');
    if (print) { event.preventDefault(); window.print(); return; }

    var copy = target.closest('[data-copy]');
    if (copy && navigator.clipboard) {
      event.preventDefault();
      var source = copy.dataset.copy.charAt(0) === '#' ? doc.querySelector(copy.dataset.copy) : null;
      navigator.clipboard.writeText(source ? (source.value || source.textContent).trim() : copy.dataset.copy).then(function () {
        var before = copy.dataset.before || copy.textContent;
        copy.dataset.before = before;
        copy.textContent = copy.dataset.copied || words.wordCopied || '✓';
        setTimeout(function () { copy.textContent = before; }, 2000);
      });
      return;
    }

    var row = target.closest('tr[data-href]');
    if (row && !target.closest('a, button, input, select, label, summary') && !String(window.getSelection())) {
      var address = row.dataset.href || row.querySelector('a').href;
      if (event.ctrlKey || event.metaKey) { window.open(address, '_blank', 'noopener'); } else { window.location.assign(address); }
      return;
    }
    all('details.menu[open]').forEach(function (menu) { if (!menu.contains(target)) { menu.open = false; } });
  });

  doc.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      all('details.menu[open]').forEach(function (menu) { menu.open = false; menu.querySelector('summary').focus(); });
    }
    /* Arrows walk through the rows of a table whose rows open. */
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      var row = event.target.closest && event.target.closest('tr[data-href]');
      if (!row || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { return; }
      var next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
      var link = next && next.querySelector('a');
      if (link) { event.preventDefault(); link.focus(); }
    }
  });

  /* Text areas grow with what is written. */
  function grow(area) {
    area.style.height = 'auto';
    area.style.height = Math.min(area.scrollHeight + 4, window.innerHeight * .8) + 'px';
  }
  doc.addEventListener('input', function (event) {
    var field = event.target;
    if (field.tagName === 'TEXTAREA') { grow(field); }
    var form = field.closest('form[data-unsaved]');
    if (form) { form.dataset.changed = 'yes'; }
  });

  /* Leaving with something unsaved asks first; sending the form does not. */
  var sending = false;
  doc.addEventListener('submit', function () { sending = true; setTimeout(function () { sending = false; }, 3000); });
  window.addEventListener('beforeunload', function (event) {
    if (!sending && doc.querySelector('form[data-changed]')) { event.preventDefault(); event.returnValue = ''; }
  });

  /* A form of filters with data-live shows what it finds as one types; without this file its button does. */
  var asked = 0;
  function find(form) {
    var address = new URL(form.action, location.href);
    address.search = new URLSearchParams(new FormData(form)).toString();
    var mine = ++asked;
    fetch(address, { credentials: 'same-origin' }).then(function (answer) { return answer.ok && !answer.redirected ? answer.text() : Promise.reject(); }).then(function (text) {
      if (mine !== asked) { return; }
      var found = new DOMParser().parseFromString(text, 'text/html').querySelector(form.dataset.live);
      if (!found) { form.submit(); return; }
      doc.querySelector(form.dataset.live).replaceWith(doc.adoptNode(found));
      history.replaceState(null, '', address);
    }).catch(function () { if (mine === asked) { form.submit(); } });
  }
  var waiting;
  doc.addEventListener('input', function (event) {
    var form = event.target.form;
    if (!form || !form.dataset.live) { return; }
    clearTimeout(waiting);
    waiting = setTimeout(function () { find(form); }, event.target.type === 'search' ? 200 : 0);
  });

  /* A form sends once. */
  doc.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 4000) { event.preventDefault(); return; }
    form.dataset.sent = Date.now();
  });
  window.addEventListener('pageshow', function () { all('form[data-sent]').forEach(function (form) { delete form.dataset.sent; }); });

  /* On paper nothing can be opened: what is closed is opened for the time of printing, where the sheet alone cannot do it. */
  window.addEventListener('beforeprint', function () {
    all('details.opening:not([open])').forEach(function (part) { part.open = true; part.dataset.printing = 'yes'; });
  });
  window.addEventListener('afterprint', function () {
    all('details[data-printing]').forEach(function (part) { part.open = false; delete part.dataset.printing; });
  });

  function ready() {
    all('textarea').forEach(function (area) { if (area.value) { grow(area); } });
    all('[data-print], [data-copy]').forEach(function (button) { button.hidden = false; });
    var said = all('.field .error').filter(function (error) { return error.textContent.trim(); })[0];
    var wrong = said && said.closest('.field').querySelector('input, select, textarea');
    var told = wrong || doc.querySelector('.messages .error, [data-told]');
    if (told) {
      if (told !== wrong) { told.tabIndex = -1; }
      told.focus();
    }
  }
  if (doc.readyState === 'loading') { doc.addEventListener('DOMContentLoaded', ready); } else { ready(); }
}());
