// Stands in the bundle for what chalk finds out about terminals when it is loaded.
export default { stdout: false, stderr: false };
