using System.IO.Compression;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>
/// Opens a receipt: {id}.xml, the invoice or the error file, and semnatura_{id}.xml, the ministry's detached signature.
/// Nothing is written to disk, and no declared size is believed.
/// </summary>
static class ReceiptZip
{
    const int MostEntries = 8;
    const int MostEntry = 24 * 1024 * 1024; // uploads end at 10 MB
    const int MostRatio = 250; // repetitive invoice lines reach some 60:1
    const string SignaturePrefix = "semnatura_";

    public static async Task<ReceiptAnswer> Read(byte[] bytes, CancellationToken ct)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return await Read(bytes, zip, ct);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or NotSupportedException)
        {
            return new ReceiptAnswer.Unavailable($"ANAF's ZIP is damaged: {damaged.Message}");
        }
    }

    static async Task<ReceiptAnswer> Read(byte[] bytes, ZipArchive zip, CancellationToken ct)
    {
        if (zip.Entries.Count > MostEntries) return new ReceiptAnswer.Unavailable($"ANAF's ZIP holds {zip.Entries.Count} files.");
        if (zip.Entries.FirstOrDefault(entry => !IsPlain(entry.FullName)) is { } strange)
            return new ReceiptAnswer.Unavailable($"ANAF's ZIP holds a file with a strange name of {strange.FullName.Length} characters.");

        var signatures = zip.Entries.Where(IsSignature).ToList();
        var documents = zip.Entries.Except(signatures).ToList();
        if (documents.Count != 1 || signatures.Count > 1)
            return new ReceiptAnswer.Unavailable($"ANAF's ZIP holds {documents.Count} documents and {signatures.Count} signatures.");

        // One file's seal must not pass for another's.
        if (signatures.Count == 1 && !string.Equals(signatures[0].FullName[SignaturePrefix.Length..], documents[0].FullName, StringComparison.OrdinalIgnoreCase))
            return new ReceiptAnswer.Unavailable("ANAF's ZIP holds the signature of another file.");
        if (await Unpack(documents[0], ct) is not { } document) return TooLarge;
        var signature = signatures.Count == 0 ? [] : await Unpack(signatures[0], ct);
        return signature is null ? TooLarge : Receipt(bytes, document, signature);
    }

    static ReceiptAnswer Receipt(byte[] bytes, byte[] document, byte[] signature) => AnafHeader.RootOf(document) switch
    {
        null => new ReceiptAnswer.Unavailable("ANAF's ZIP holds something that is no XML."),
        "header" => Refusal(bytes, document, signature),
        // The legal original is the XML with the signature; half of it is not worth archiving.
        _ when signature.Length == 0 => new ReceiptAnswer.Unavailable("ANAF's ZIP holds an invoice without its signature."),
        _ => new ReceiptAnswer.Zip(bytes, document, signature, [], null),
    };

    // Never without an error: an empty list would read as accepted.
    static ReceiptAnswer.Zip Refusal(byte[] bytes, byte[] document, byte[] signature)
    {
        IReadOnlyList<string> errors = AnafHeader.Read(document) is { Errors.Count: > 0 } file
            ? file.Errors
            : ["ANAF refused the invoice without a readable reason. Its answer is in the archive."];
        return new ReceiptAnswer.Zip(bytes, document, signature, errors, AnafText.DuplicateOf(errors));
    }

    static ReceiptAnswer.Unavailable TooLarge => new("ANAF's ZIP unpacks to more than an invoice can be.");

    static bool IsSignature(ZipArchiveEntry entry) => entry.FullName.StartsWith(SignaturePrefix, StringComparison.OrdinalIgnoreCase);

    static bool IsPlain(string name) =>
        name.Length <= 200
        && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && name.AsSpan().IndexOfAny("/\\:\0") < 0
        && !name.StartsWith('.');

    static async Task<byte[]?> Unpack(ZipArchiveEntry entry, CancellationToken ct)
    {
        var most = (int)Math.Min(MostEntry, Math.Max(64 * 1024, entry.CompressedLength * MostRatio));
        await using var stream = await entry.OpenAsync(ct);
        return await CappedBytes.Read(stream, most, ct);
    }
}
