using System.Globalization;

namespace InvoiceSync.Messaging.Model;

/// <summary>A company's settings of its mail, as its connection "mail" keeps them.</summary>
sealed record MailSettings(bool UsesOwn, string Host, int Port, MailSafety Safety, string? User, string? SenderName, string? SenderAddress, string? ReplyTo, string? ReturnTo, bool SendsOnIssue, bool EnclosesFiles)
{
    public const string Provider = "mail";
    public const string Password = "password";
    const int Submission = 587;

    public static MailSettings Of(IReadOnlyDictionary<string, string>? kept)
    {
        string? Text(string name) => kept?.GetValueOrDefault(name);
        return new(
            Text("server") == "own", Text("host") ?? "", int.TryParse(Text("port"), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : Submission,
            Enum.TryParse<MailSafety>(Text("safety"), out var safety) ? safety : MailSafety.StartTls, Text("user"),
            Text("sender_name"), Text("sender_address"), Text("reply_to"), Text("return_to"), Text("on_issue") == "yes", Text("files") != "no");
    }

    // An empty value forgets the setting.
    public Dictionary<string, string> ToKeep() => new()
    {
        ["server"] = UsesOwn ? "own" : "",
        ["host"] = Host,
        ["port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["safety"] = Safety.ToString(),
        ["user"] = User ?? "",
        ["sender_name"] = SenderName ?? "",
        ["sender_address"] = SenderAddress ?? "",
        ["reply_to"] = ReplyTo ?? "",
        ["return_to"] = ReturnTo ?? "",
        ["on_issue"] = SendsOnIssue ? "yes" : "no",
        ["files"] = EnclosesFiles ? "" : "no",
    };

    public MailServer Server(string? password) => new(Host, Port, Safety, User, password);

    public MailSender Sender(string company) => new(SenderAddress, SenderName ?? company, ReplyTo, ReturnTo);

    /// <summary>Whether a kept password would go somewhere, or in a way, it was not given for.</summary>
    public bool Moves(MailSettings next) => Host != next.Host || Port != next.Port || User != next.User || Safety != next.Safety;
}
