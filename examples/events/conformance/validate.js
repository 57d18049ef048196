// Validates an OpenAPI document, against the schema and the rules of the specification.
const parser = require("@apidevtools/swagger-parser");

parser
  .validate(process.argv[2])
  .then((api) => console.log(`valid: ${api.info.title} ${api.info.version}, ${Object.keys(api.paths).length} paths`))
  .catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
