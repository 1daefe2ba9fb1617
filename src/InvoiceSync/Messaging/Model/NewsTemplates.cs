namespace InvoiceSync.Messaging.Model;

/// <summary>The words of what a company's own people are told, until it writes its own.</summary>
static class NewsTemplates
{
    public static Letter Of(MailKind kind, string language) => (kind, language) switch
    {
        (MailKind.RunFinished, "ro") => Romanian("{{what}}: gata ({{company_name}})", "{{what}}: s-a terminat. Reușite: {{done}}. Te așteaptă sau nu au reușit: {{open}}."),
        (MailKind.RunFinished, _) => English("{{what}}: finished ({{company_name}})", "{{what}} came to its end: {{done}} done, {{open}} wait for you or could not be done."),
        (MailKind.RunFailed, "ro") => Romanian(
            "{{what}}: o problemă ({{company_name}})", "{{what}}: nu poate continua singur:", "{{#if trouble}}{{trouble}}{{else}}Nereușite: {{open}}.{{/if}}"),
        (MailKind.RunFailed, _) => English(
            "{{what}}: trouble ({{company_name}})", "{{what}} cannot go on by itself:", "{{#if trouble}}{{trouble}}{{else}}{{open}} could not be done.{{/if}}"),
        (MailKind.DaySummary, "ro") => Romanian(
            "Vânzările din {{day}} ({{company_name}})", "Vânzări: {{sales}}{{#if totals}} ({{totals}}){{/if}}.", "Acceptate de ANAF: {{accepted}}", "Pe drum: {{on_the_way}}",
            "Respinse: {{refused}}", "Te așteaptă: {{waiting}}",
            "{{#if kept}}Netransmise, cum ai ales pentru cumpărătorii din străinătate: {{kept}}{{/if}}", "Din toate zilele, așteaptă pe cineva: {{waiting_in_all}}."),
        (MailKind.DaySummary, _) => English(
            "Sales of {{day}} ({{company_name}})", "{{sales}} sales{{#if totals}} ({{totals}}){{/if}}.", "Accepted by the authority: {{accepted}}", "On their way: {{on_the_way}}",
            "Refused: {{refused}}", "Waiting for you: {{waiting}}",
            "{{#if kept}}Not filed, as you have chosen for buyers abroad: {{kept}}{{/if}}", "Of all days, {{waiting_in_all}} wait for a person."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    static Letter Romanian(string subject, params string[] lines) => Write(subject, "Bună, {{person_name}},", lines, "Vezi", "Alegi la Setări, Notificări, ce să afli.");

    static Letter English(string subject, params string[] lines) => Write(subject, "Hello {{person_name}},", lines, "Look at it", "You choose under Settings, Notifications, what you are told.");

    static Letter Write(string subject, string hello, string[] lines, string look, string foot)
    {
        var text = $$$"""
            {{{hello}}}

            {{{string.Join('\n', lines)}}}

            {{link}}

            {{{foot}}}

            """;
        var html = $$$"""
            <div style="font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;color:#1f2933;max-width:560px">
            <p>{{{hello}}}</p>
            <p>{{{string.Join("<br>\n", lines)}}}</p>
            <p><a href="{{link}}" style="display:inline-block;padding:10px 18px;background:#1d4ed8;color:#ffffff;text-decoration:none;border-radius:6px">{{{look}}}</a></p>
            <p style="color:#52606d;font-size:13px">{{{foot}}}</p>
            </div>
            """;
        return new(subject, text, html);
    }
}
