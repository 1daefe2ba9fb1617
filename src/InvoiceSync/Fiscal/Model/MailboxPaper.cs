using System.Globalization;
using System.Text;
using System.Xml;

namespace InvoiceSync.Fiscal.Model;

/// <summary>
/// What a list shows of a document others wrote. It is read from its bytes, since they may declare windows-1252, and by
/// local names, since prefixes vary; nothing in it is trusted. About is the index of the invoice a letter is about.
/// </summary>
sealed record MailboxPaper(string? Sender = null, string? SenderTaxId = null, string? Number = null, DateOnly? IssuedOn = null, decimal? Total = null, string? Currency = null, string? Text = null, string? About = null)
{
    const int MostErrors = 20;

    static readonly XmlReaderSettings Hardened = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 16 * 1024 * 1024,
    };

    static MailboxPaper() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static MailboxPaper Read(ReadOnlyMemory<byte> document)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(document.ToArray(), writable: false), Hardened);
            reader.MoveToContent();
            return reader.LocalName == "header" ? Letter(reader) : Invoice(reader);
        }
        catch (XmlException)
        {
            return new();
        }
    }

    // A buyer's message is an attribute of the root, ANAF's errors are children of it.
    static MailboxPaper Letter(XmlReader reader)
    {
        if (reader.GetAttribute("message") is { } message) return new(Text: message, About: reader.GetAttribute("index_incarcare"));
        var errors = new List<string>();
        while (reader.Read() && errors.Count < MostErrors)
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Error" or "Errors" } && reader.GetAttribute("errorMessage") is { } error) errors.Add(error.Trim());
        return new(Text: string.Join('\n', errors));
    }

    static MailboxPaper Invoice(XmlReader reader)
    {
        var (paper, path) = (new MailboxPaper(), new Stack<string>());
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && path.Count > 0) path.Pop();
            if (reader.NodeType == XmlNodeType.Text) paper = paper.With(path, reader.Value.Trim());
            if (reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false }) path.Push(reader.LocalName);
        }

        return paper;
    }

    // The stack tells its innermost element first.
    MailboxPaper With(Stack<string> path, string text) => string.Join('/', path.Reverse()) switch
    {
        "ID" => this with { Number = text },
        "IssueDate" => this with { IssuedOn = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null },
        "DocumentCurrencyCode" => this with { Currency = text.Length == 3 && text.All(char.IsAsciiLetterUpper) ? text : null },
        "LegalMonetaryTotal/PayableAmount" => this with { Total = Amount(text) },
        "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName" => this with { Sender = text },
        "AccountingSupplierParty/Party/PartyName/Name" => this with { Sender = Sender ?? text },
        "AccountingSupplierParty/Party/PartyTaxScheme/CompanyID" => this with { SenderTaxId = text },
        "AccountingSupplierParty/Party/PartyLegalEntity/CompanyID" => this with { SenderTaxId = SenderTaxId ?? text },
        _ => this,
    };

    // What our column cannot hold is not shown; the document keeps it.
    static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && Math.Abs(amount) < 1_000_000_000_000m
            ? Math.Round(amount, 4) : null;
}
