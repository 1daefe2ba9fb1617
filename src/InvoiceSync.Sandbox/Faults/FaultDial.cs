namespace InvoiceSync.Sandbox.Faults;

/// <summary>
/// One dial: what goes wrong, where, how often. The same seed over the same calls fails the same ones. Path is a prefix of the
/// address without its /stripe, /anaf or /smartbill base (for webhooks, of the event type); Seconds are practice time; Variant lock_timeout is for 429.
/// </summary>
sealed record FaultDial(
    string Kind,
    string Target,
    string Path = "",
    double Probability = 1,
    int? Count = null,
    int Seed = 1,
    int DelayMs = 1000,
    int? Seconds = null,
    string? Variant = null)
{
    public const string Duplicate = "duplicate", OutOfOrder = "out_of_order", Delayed = "delayed", TooMany = "429",
        ErrorAfterWork = "500_after_execution", TimeoutAfterWork = "timeout_after_success", Html = "html_200", Forbidden = "403",
        Drop = "drop", ResetBefore = "reset_before", Later = "450", Never = "550", Hang = "hang", Cut = "cut",
        Refused400 = "refused_400", Refused200 = "refused_200";

    public const string SmartBill = "smartbill";

    /// <summary>The mail server; the path is a recipient, or data: and a recipient for a cut after the mail was taken.</summary>
    public const string Mail = "mail";

    static readonly string[] OnCalls = [Delayed, TooMany, Forbidden, ErrorAfterWork, TimeoutAfterWork, Html, ResetBefore];
    static readonly string[] OnSmartBill = [.. OnCalls, Refused400, Refused200];
    static readonly string[] OnWebhooks = [Duplicate, OutOfOrder, Delayed, Drop];
    static readonly string[] OnMail = [Later, Never, Hang, Cut];

    /// <summary>Null when the dial makes sense, else what is wrong with it.</summary>
    public string? Complaint()
    {
        if (Target is not ("stripe" or "anaf" or SmartBill or "webhooks" or Mail)) return $"target '{Target}' is none of stripe, anaf, smartbill, webhooks, mail";
        var kinds = Target switch { "webhooks" => OnWebhooks, SmartBill => OnSmartBill, Mail => OnMail, _ => OnCalls };
        if (!kinds.Contains(Kind)) return $"kind '{Kind}' is none of {string.Join(", ", kinds)} for target {Target}";
        if (Probability is not (>= 0 and <= 1)) return "probability must be between 0 and 1";
        return DelayMs is < 0 or > 300_000 ? "delayMs must be between 0 and 300000" : null;
    }
}
