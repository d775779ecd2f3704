// Some of the inherited pages name a field that is not there in their labels; whoever listens to the page would hear a field without a name.
document.addEventListener('DOMContentLoaded', () => {
  for (const label of document.querySelectorAll('label[for]')) {
    if (!document.getElementById(label.htmlFor)) {
      let around = label.parentElement;
      while (around && !around.querySelector('input:not([type=hidden])[id]')) {
        around = around.parentElement;
      }
      const field = around && around.querySelector('input:not([type=hidden])[id]');
      if (field && !field.labels.length) {
        label.htmlFor = field.id;
      }
    }
  }
});
