// page.js: what is folded stands open in the page, for paper and for
// readers without script; here it is closed, and opened for the printer.
const folds = document.querySelectorAll('details.fold');
const fold = (open) => folds.forEach((each) => { each.open = open; });
fold(false);
addEventListener('beforeprint', () => fold(true));
