// Escape closes the note of a claim that is open under the pointer or the focus (WCAG 1.4.13).
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll(".claim").forEach((claim) => {
    if (!claim.matches(":hover, :focus-within")) return;
    claim.classList.add("closed");
    const open = () => claim.classList.remove("closed");
    claim.addEventListener("mouseleave", open, { once: true });
    claim.addEventListener("focusout", open, { once: true });
  });
});
