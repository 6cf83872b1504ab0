// Search, filters and sorting for the ledger; the table is complete without them.
document.addEventListener("DOMContentLoaded", () => {
  const { jQuery: $ } = window.LedgerLibrary;
  const byCount = { dtOpts: { order: [[1, "desc"]], scrollY: "15rem" } };
  const table = $("#ledger").DataTable({
    paging: false, // every claim keeps its anchor
    order: [],
    autoWidth: false,
    info: true,
    layout: { topStart: "info", topEnd: "search", top1: "searchPanes" },
    searchPanes: {
      columns: [1, 2, 3, 4, 5, 6], cascadePanes: true, viewTotal: false, layout: "columns-2",
      initCollapsed: false, orderable: false, ...byCount,
    },
    columnDefs: [{ targets: [1, 2, 3, 4, 5, 6], searchPanes: { show: true, ...byCount } }, { targets: [0], orderable: false }],
    language: { search: "Search the claims", info: "_TOTAL_ claims shown", infoEmpty: "No claim shown",
      infoFiltered: "of _MAX_", searchPanes: { title: "Filters: %d", clearMessage: "Clear filters" } },
  });
  const show = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) target.scrollIntoView({ behavior: "instant" });
  };
  window.addEventListener("hashchange", () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id.startsWith("claim-") && !document.getElementById(id)) {
      table.searchPanes.clearSelections(); // a link to a claim that a filter hides
      table.search("").draw();
    }
    show();
  });
  table.ready(() => requestAnimationFrame(() => setTimeout(show)));
});
