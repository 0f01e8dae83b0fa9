// The conversation as a text file: who, when, what.
const name = (at) => `isac-${at.toISOString().slice(0, 10)}.txt`;

export function saveFile(content, called, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = called;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function saveConversation(log) {
  const lines = [...log.children].map((one) => one.innerText.replace(/\n{2,}/g, "\n").trim());
  saveFile(`${lines.join("\n\n")}\n`, name(new Date()), "text/plain;charset=utf-8");
}
