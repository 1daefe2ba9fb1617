namespace InvoiceSync.Connectors.Saml;

/// <summary>Why a SAML message was refused. For the audit log and the tests; a browser never sees it.</summary>
public enum SamlFault
{
    // The bytes.
    TooLarge, NotBase64, NotUtf8, NotXml, DocumentType, TooDeep, Comment, ProcessingInstruction, CharacterData, EntityReference,

    // The shape, before any cryptography.
    NotAResponse, NestedResponse, NoAssertion, SeveralAssertions, AssertionMisplaced, SeveralSignatures, SignatureMisplaced,
    ForbiddenElement, ForeignId, MalformedId, DuplicateId,

    // The signature.
    NotSigned, SeveralSignedInfos, SignatureShape, CanonicalizationMethod, SignatureMethod, SeveralReferences, ReferenceUri,
    Transforms, DigestMethod, DigestValue, HmacLength, NoStrongKey, SignatureMismatch, DigestMismatch, EmptyCanonicalForm,

    // One for everything that can go wrong with a secret in hand: a second one would be an oracle.
    NotDecrypted,

    // What the signed words say.
    Version, Status, Issuer, Destination, Recipient, Audience, NoConditions, UnknownCondition, InResponseTo, TooEarly, Expired,
    TooFarAhead, ConfirmationMethod, ConfirmationData, NoAuthentication, DuplicateAttribute, NameId, NameIdFormat, NameQualifier,
    MalformedTime, MalformedAssertion, NotALogout, SessionEnded,

    // Redirects and metadata.
    MalformedQuery, NotDeflated, NotMetadata, NoCertificate, TooManyCertificates, AddressNotSafe,
}
