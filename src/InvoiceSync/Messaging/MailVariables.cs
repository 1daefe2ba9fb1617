namespace InvoiceSync.Messaging;

/// <summary>The words a template may fill in, by the kind of mail. Amounts and days come written in the mail's language; an absent one is empty.</summary>
public static class MailVariables
{
    static readonly string[] Document = ["customer_name", "company_name", "company_email", "company_phone", "invoice_number", "issue_date", "due_date", "total", "amount_due", "iban", "bank", "link", "message"];
    static readonly string[] News = ["person_name", "company_name", "link"];

    public static IReadOnlyList<string> Of(MailKind kind) => kind switch
    {
        MailKind.Invoice => Document,
        MailKind.Reminder => [.. Document, "days_overdue"],
        MailKind.Receipt => [.. Document, "amount_paid", "paid_on"],
        MailKind.RunFinished => [.. News, "what", "done", "open"],
        MailKind.RunFailed => [.. News, "what", "trouble", "open"],
        MailKind.DaySummary => [.. News, "day", "sales", "totals", "accepted", "on_the_way", "refused", "kept", "waiting", "waiting_in_all"],
        _ => [],
    };

    /// <summary>Made-up values, for looking at a template.</summary>
    public static IReadOnlyDictionary<string, string> Sample(MailKind kind, string language)
    {
        var all = new Dictionary<string, string>
        {
            ["customer_name"] = "Exemplu & Fiii SRL",
            ["company_name"] = "Firma Noastră SRL",
            ["company_email"] = "facturi@firma.example",
            ["company_phone"] = "+40 21 000 0000",
            ["invoice_number"] = "FACT-2026-0042",
            ["issue_date"] = language == "ro" ? "21 noiembrie 2026" : "21 November 2026",
            ["due_date"] = language == "ro" ? "5 decembrie 2026" : "5 December 2026",
            ["total"] = language == "ro" ? "7.260,00 RON" : "7,260.00 RON",
            ["amount_due"] = language == "ro" ? "7.260,00 RON" : "7,260.00 RON",
            ["iban"] = "RO49 AAAA 1B31 0075 9384 0000",
            ["bank"] = "Banca Exemplu",
            ["link"] = "https://billing.example/i/exemplu",
            ["message"] = "",
            ["days_overdue"] = "7",
            ["amount_paid"] = language == "ro" ? "7.260,00 RON" : "7,260.00 RON",
            ["paid_on"] = language == "ro" ? "25 noiembrie 2026" : "25 November 2026",
            ["person_name"] = "Ana Exemplu",
            ["what"] = language == "ro" ? "Vânzări noi" : "New sales",
            ["done"] = "41",
            ["open"] = "2",
            ["trouble"] = language == "ro" ? "Stripe nu acceptă cheia." : "Stripe refuses the key.",
            ["day"] = language == "ro" ? "20 noiembrie 2026" : "20 November 2026",
            ["sales"] = "43",
            ["totals"] = language == "ro" ? "7.260,00 RON, 120,50 EUR" : "7,260.00 RON, 120.50 EUR",
            ["accepted"] = "38",
            ["on_the_way"] = "3",
            ["refused"] = "1",
            ["kept"] = "",
            ["waiting"] = "1",
            ["waiting_in_all"] = "4",
        };
        return Of(kind).ToDictionary(name => name, name => all[name]);
    }
}
