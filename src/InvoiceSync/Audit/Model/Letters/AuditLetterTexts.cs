namespace InvoiceSync.Audit.Model.Letters;

/// <summary>The words of the log's letters in one language. {0} is the company.</summary>
sealed record AuditLetterTexts(string Greeting, string Foot, IReadOnlyDictionary<AuditLetterKind, AuditLetterTexts.Words> Of)
{
    public sealed record Words(string Subject, string Body, string? Button = null);

    public static AuditLetterTexts In(string language) => language == "ro" ? Romanian : English;

    static readonly AuditLetterTexts English = new("Hello,", "You get this e-mail because you may read the audit log, or because the company chose your address.", new Dictionary<AuditLetterKind, Words>
    {
        [AuditLetterKind.ExportMade] = new("{0}: audit export \"{1}\" is ready", "The scheduled export \"{1}\" of the audit log of {0}, from {2} to {3}, is ready: {4} entries. It can be downloaded for thirty days, after sign-in.", "Open the exports"),
        [AuditLetterKind.Anchor] = new("{0}: audit checkpoint at {1} entries", "This is the signed state of the audit log of {0} at {1} entries. Keep this e-mail: with it anybody can prove later that none of these entries was changed, removed or added since.\nTo verify, save this e-mail as a file and run: invoicesync audit verify LOG --key PUBLIC-KEYS --anchors THIS-FILE"),
        [AuditLetterKind.MassDelete] = new("{0}: much was deleted in a short time", "One person of {0} deleted, voided or removed {1} things within a few minutes, up to {2}.\nIs that expected? If not, end their sessions and look at what they did.", "Look at the entries"),
        [AuditLetterKind.NewNetwork] = new("{0}: a sign-in from a new network", "A person of {0} signed in from a network they never came from before, at {2}.\nAsk them. If it was not them, end their sessions and have the password changed.", "Look at the sign-ins"),
        [AuditLetterKind.LogExported] = new("{0}: the audit log was exported", "Somebody took entries of the audit log of {0} out as a file, at {2}.", "See who"),
        [AuditLetterKind.ManyRefused] = new("{0}: many attempts were refused", "{1} attempts at {0} were refused or failed within a few minutes, up to {2}. Somebody may be trying doors.", "Look at the attempts"),
    });

    static readonly AuditLetterTexts Romanian = new("Bună ziua,", "Primiți acest e-mail pentru că puteți citi jurnalul de audit sau pentru că firma v-a ales adresa.", new Dictionary<AuditLetterKind, Words>
    {
        [AuditLetterKind.ExportMade] = new("{0}: exportul de audit „{1}” este gata", "Exportul programat „{1}” al jurnalului de audit al firmei {0}, de la {2} la {3}, este gata: {4} înregistrări. Poate fi descărcat timp de treizeci de zile, după conectare.", "Deschideți exporturile"),
        [AuditLetterKind.Anchor] = new("{0}: punct de control al jurnalului la {1} înregistrări", "Aceasta este starea semnată a jurnalului de audit al firmei {0} la {1} înregistrări. Păstrați acest e-mail: cu el oricine poate dovedi mai târziu că nicio înregistrare nu a fost schimbată, ștearsă sau adăugată între timp.\nPentru verificare, salvați e-mailul ca fișier și rulați: invoicesync audit verify JURNAL --key CHEI-PUBLICE --anchors ACEST-FIȘIER"),
        [AuditLetterKind.MassDelete] = new("{0}: multe ștergeri în scurt timp", "O persoană din {0} a șters, anulat sau eliminat {1} lucruri în câteva minute, până la {2}.\nEste de așteptat? Dacă nu, închideți-i sesiunile și verificați ce a făcut.", "Vedeți înregistrările"),
        [AuditLetterKind.NewNetwork] = new("{0}: conectare dintr-o rețea nouă", "O persoană din {0} s-a conectat dintr-o rețea din care nu a mai venit niciodată, la {2}.\nÎntrebați-o. Dacă nu a fost ea, închideți-i sesiunile și cereți schimbarea parolei.", "Vedeți conectările"),
        [AuditLetterKind.LogExported] = new("{0}: jurnalul de audit a fost exportat", "Cineva a scos înregistrări din jurnalul de audit al firmei {0} într-un fișier, la {2}.", "Vedeți cine"),
        [AuditLetterKind.ManyRefused] = new("{0}: multe încercări respinse", "{1} încercări la {0} au fost respinse sau au eșuat în câteva minute, până la {2}. Poate că cineva încearcă ușile.", "Vedeți încercările"),
    });
}
