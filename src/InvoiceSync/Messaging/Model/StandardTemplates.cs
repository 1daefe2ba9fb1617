namespace InvoiceSync.Messaging.Model;

/// <summary>The words mails have until a company writes its own, in Romanian and English.</summary>
static class StandardTemplates
{
    public static Letter Of(MailKind kind, string language) => (kind, language) switch
    {
        (MailKind.Invoice, "ro") => Write(
            "Factura {{invoice_number}} de la {{company_name}}", "Bună ziua,", "Vă trimitem factura {{invoice_number}} din {{issue_date}}, în valoare de {{total}}.",
            "Termen de plată: {{due_date}}. De plată: {{amount_due}}.", "Plata se face în contul", "Vedeți factura", "Cu stimă,"),
        (MailKind.Invoice, _) => Write(
            "Invoice {{invoice_number}} from {{company_name}}", "Hello,", "Here is invoice {{invoice_number}} of {{issue_date}} for {{total}}.",
            "It is due on {{due_date}}. To pay: {{amount_due}}.", "Please pay to", "See the invoice", "Kind regards,"),
        (MailKind.Reminder, "ro") => Write(
            "Factura {{invoice_number}} așteaptă plata", "Bună ziua,", "Factura {{invoice_number}} din {{issue_date}} {{#if days_overdue}}a ajuns la termen la {{due_date}} și nu este încă plătită{{else}}ajunge la termen la {{due_date}}{{/if}}.",
            "Rest de plată: {{amount_due}}. Dacă ați plătit între timp, vă mulțumim.", "Plata se face în contul", "Vedeți factura", "Cu stimă,"),
        (MailKind.Reminder, _) => Write(
            "Invoice {{invoice_number}} is waiting to be paid", "Hello,", "Invoice {{invoice_number}} of {{issue_date}} {{#if days_overdue}}fell due on {{due_date}} and is not paid yet{{else}}is due on {{due_date}}{{/if}}.",
            "Still to pay: {{amount_due}}. If you have paid meanwhile, thank you.", "Please pay to", "See the invoice", "Kind regards,"),
        (MailKind.Receipt, "ro") => Write(
            "Am primit plata pentru factura {{invoice_number}}", "Bună ziua,", "Am primit {{amount_paid}} la {{paid_on}} pentru factura {{invoice_number}}. Vă mulțumim!",
            "Rest de plată: {{amount_due}}.", null, "Vedeți factura", "Cu stimă,"),
        (MailKind.Receipt, _) => Write(
            "We received your payment for invoice {{invoice_number}}", "Hello,", "We received {{amount_paid}} on {{paid_on}} for invoice {{invoice_number}}. Thank you!",
            "Still to pay: {{amount_due}}.", null, "See the invoice", "Kind regards,"),
        _ => NewsTemplates.Of(kind, language),
    };

    static Letter Write(string subject, string hello, string news, string terms, string? account, string link, string end)
    {
        var text = $$$"""
            {{{hello}}}

            {{{news}}}
            {{{terms}}}
            {{#if message}}
            {{message}}

            {{/if}}
            """;
        var html = $$$"""
            <div style="font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;color:#1f2933;max-width:560px">
            <p>{{{hello}}}</p>
            <p>{{{news}}}<br>{{{terms}}}</p>
            {{#if message}}<p>{{message}}</p>{{/if}}
            """;
        if (account is not null)
        {
            text += $$$"""{{#if iban}}{{{account}}} {{iban}}{{#if bank}}, {{bank}}{{/if}}.{{/if}}""";
            html += $$$"""{{#if iban}}<p>{{{account}}} <b>{{iban}}</b>{{#if bank}}, {{bank}}{{/if}}.</p>{{/if}}""";
        }

        text += $$$"""


            {{#if link}}{{{link}}}:
            {{link}}

            {{/if}}{{{end}}}
            {{company_name}}
            {{#if company_email}}{{company_email}} {{/if}}{{company_phone}}
            """;
        html += $$$"""

            {{#if link}}<p><a href="{{link}}" style="display:inline-block;padding:10px 18px;background:#1d4ed8;color:#ffffff;text-decoration:none;border-radius:6px">{{{link}}}</a></p>{{/if}}
            <p>{{{end}}}<br>{{company_name}}<br>{{#if company_email}}{{company_email}} {{/if}}{{company_phone}}</p>
            </div>
            """;
        return new(subject, text, html);
    }
}
