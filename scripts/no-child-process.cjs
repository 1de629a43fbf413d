// Stands in the bundle for Node's child_process, which commander loads for commands that are
// programs of their own. There are none here: this program never starts another one.
module.exports = {};
