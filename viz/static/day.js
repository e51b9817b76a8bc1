// A field of a day is read and written as 2024-10-01, in whatever way the browser writes days; its calendar opens beside.

const FORM = /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?$|^(\d{4})(\d\d)(\d\d)$/;

// 2024年10月1日, 2024.10.1 and 20241001 are 2024-10-01; what is no day is nothing.
export function iso(text) {
  const parts = FORM.exec(text.normalize("NFKC").replace(/\s/g, ""))?.slice(1).filter(Boolean);
  if (!parts) return "";
  const [year, month, day] = parts;
  const found = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const real = new Date(`${found}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(found) ? found : "";
}

function tidy(field) {
  const day = iso(field.value);
  if (day) field.value = day;
  field.setCustomValidity(field.value.trim() && !day ? field.dataset.day : "");
}

function calendar(field) {
  const hidden = Object.assign(document.createElement("input"), { type: "date", tabIndex: -1 });
  hidden.setAttribute("aria-hidden", "true");
  const opens = Object.assign(document.createElement("button"), { type: "button", textContent: "▾" });
  opens.setAttribute("aria-label", field.dataset.choose);
  opens.addEventListener("click", () => {
    hidden.value = iso(field.value);
    hidden.showPicker?.();
  });
  hidden.addEventListener("input", () => {
    if (!hidden.value) return;
    field.value = hidden.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  field.after(hidden, opens);
}

for (const field of document.querySelectorAll("input[data-day]")) {
  calendar(field);
  field.addEventListener("input", () => field.setCustomValidity(""));
  field.addEventListener("change", () => tidy(field));
}
