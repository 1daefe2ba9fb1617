namespace InvoiceSync.Access;

/// <summary>What an authenticator tells of a passkey: the public key and how often it has signed. Nothing of it is secret.</summary>
public sealed record PasskeyFacts(byte[] CredentialId, byte[] PublicKey, long SignCount, IReadOnlyList<string> Transports, bool IsBackupEligible, bool IsBackedUp);
