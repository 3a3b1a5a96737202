const { Webhook } = require("standardwebhooks");

const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
try {
  new Webhook(asked.secret).verify(asked.body, asked.headers);
  console.log("holds");
} catch (e) {
  console.log("does not hold: " + e.message);
}
