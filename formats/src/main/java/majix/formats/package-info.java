/// What a message is: where its bytes lie ([MessageRef]), how stores of mail are listed and read ([MailStore]),
/// and what one message says ([MailMessage], made by [MessageParser]).
///
/// The road not taken: a class for each kind of source down to the single message. A message is a whole file or
/// a slice of one, whatever folder it was found in, so that nothing above this package asks where mail comes from.
package majix.formats;
