/**
 * Names of parameters that identify a visitor, let someone impersonate them, or belong to one person, in lower
 * case and without separators. `id`, `order` (of a list), `client` and `key` are not among them.
 */
const personalNames = new Set([
  'uid',
  'user',
  'userid',
  'username',
  'userhash',
  'useruuid',
  'externaluserid',
  'customerid',
  'customernumber',
  'customerno',
  'custid',
  'clientid',
  'accountid',
  'accountnumber',
  'accountno',
  'memberid',
  'membernumber',
  'patientid',
  'personid',
  'employeeid',
  'studentid',
  'guestid',
  'visitorid',
  'visitid',
  'contactid',
  'leadid',
  'subscriberid',
  'recipientid',
  'profileid',
  'orderid',
  'ordernumber',
  'orderno',
  'invoiceid',
  'invoicenumber',
  'invoiceno',
  'bookingid',
  'bookingreference',
  'reservationid',
  'transactionid',
  'paymentid',
  'paymentintent',
  'setupintent',
  'subscriptionid',
  'checkoutid',
  'cartid',
  'basketid',
  'loginhint',
  'recipient',
  'tel',
  'phone',
  'telephone',
  'firstname',
  'lastname',
  'fullname',
  'fname',
  'lname',
  'surname',
  'name',
  'vorname',
  'nachname',
  'dob',
  'birth',
  'birthday',
  'geburtsdatum',
  'sex',
  'birthdate',
  'dateofbirth',
  'ssn',
  'ip',
  'ipaddr',
  'ipaddress',
  'lat',
  'latitude',
  'lng',
  'lon',
  'longitude',
  'plz',
  'postcode',
  'postalcode',
  'zip',
  'zipcode',
  'realnameencrypt',
  'iban',
  'session',
  'sid',
  'sessid',
  'zenid',
  'cfid',
  'auth',
  'authcode',
  'authtype',
  'authkey',
  'authorization',
  'apikey',
  'jwt',
  'nonce',
  'otp',
  'pin',
  'pwd',
  'passwd',
  'passphrase',
  'signature',
  'hmac',
  'csrf',
  'xsrf',
  'samlrequest',
  'samlresponse',
  'relaystate',
]);

/** How longer names of this kind end: `new_email`, `PHPSESSID`, `reset_password_token`. */
const PERSONAL_ENDING =
  /(?:mail|mailaddress|phonenumber|password|secret|token|sessid|sessionid|(?:user|customer|visitor)id)$/;

const PERSONAL_BEGINNING = /^(?:aspsessionid|email)/;

/** Whether a parameter, by its lower-case name, identifies a visitor or is a secret or a session. */
export function isPersonalParameter(name: string): boolean {
  const word = name.replaceAll(/[^a-z0-9]/g, '');
  return personalNames.has(word) || PERSONAL_ENDING.test(word) || PERSONAL_BEGINNING.test(word);
}

/** What beside it makes `key` a secret: links to set a password or to open an account. */
const BESIDE_SECRET_KEY =
  /(?:^|[&?])(?:authenticate|login|user_login|action=(?:rp|resetpass))(?:[=&?]|$)/i;

/** Whether `key` in this canonical query is a secret, and `login` beside it a name. */
export function hasSecretKey(query: string): boolean {
  return /key=/i.test(query) && BESIDE_SECRET_KEY.test(query);
}
