namespace InvoiceSync.Access.Model.Letters;

/// <summary>The words of all letters in one language. {0}, {1} are facts: a company, a device, an address, a time.</summary>
sealed record LetterTexts(string Greeting, string GreetingNobody, string Foot, IReadOnlyDictionary<LetterKind, LetterTexts.Words> Of)
{
    public sealed record Words(string Subject, string Body, string? Button = null);

    public static LetterTexts In(string language) => language == "ro" ? Romanian : English;

    static readonly LetterTexts English = new("Hello {0},", "Hello,", "If you do not expect this e-mail, do nothing, or tell an owner of your company.", new Dictionary<LetterKind, Words>
    {
        [LetterKind.ResetPassword] = new("Choose a new password", "Somebody asked for a new password for your account. The link works once, within one hour.", "Choose a new password"),
        [LetterKind.PasswordChanged] = new("Your password was changed", "The password of your account was changed on {0}, from {1}. All devices were signed out.\nWas it not you? Ask for a new password at once and tell an owner of your company."),
        [LetterKind.ConfirmEmail] = new("Confirm your new e-mail address", "You want to sign in with this e-mail address from now on. The link works once, within one hour.", "Confirm the address"),
        [LetterKind.EmailChanged] = new("Your e-mail address was changed", "Your account now has the address {0}. This address no longer opens it.\nWas it not you? Tell an owner of your company at once."),
        [LetterKind.Invitation] = new("{0} invites you to InvoiceSync", "{1} invites you to work for {0}. The invitation is open for seven days.", "Accept the invitation"),
        [LetterKind.NewDevice] = new("A sign-in from a new device or place", "Somebody signed in to your account with {0} from {1} on {2}.\nWas it not you? End the session under Account, Devices, and change your password."),
        [LetterKind.DeviceEnded] = new("A device was signed out", "You may be signed in on {0} devices. The one you signed in with longest ago, {1}, was signed out."),
        [LetterKind.TokenStolen] = new("A copied sign-in was used", "The remembered sign-in of {0} was shown a second time, from {1}. That happens when it was copied, so it has been ended everywhere.\nSign in again and change your password."),
        [LetterKind.TwoStepOn] = new("Two-step sign-in is on", "From now on your account asks for a code of your authenticator app. Keep the recovery codes in a safe place."),
        [LetterKind.TwoStepOff] = new("Two-step sign-in is off", "Your account no longer asks for a code, since {0}, from {1}.\nWas it not you? Change your password and switch it on again."),
        [LetterKind.RecoveryUsed] = new("A recovery code was used", "Somebody signed in to your account with a recovery code on {0}, from {1}. Codes left: {2}.\nWas it not you? Change your password and make new codes."),
        [LetterKind.PasskeyAdded] = new("A passkey was added", "The passkey \"{0}\" now opens your account.\nWas it not you? Remove it under Account, Security, and change your password."),
        [LetterKind.PasskeyRemoved] = new("A passkey was removed", "The passkey \"{0}\" no longer opens your account."),
        [LetterKind.ApprovalAsked] = new("{0} waits for your approval", "{0} over {1} waits for approval at {2} ({3}).", "Look and decide"),
        [LetterKind.BreakGlassUsed] = new("A break-glass code opened {0}", "{1} entered {0} with a break-glass code, past the company's own sign-in, from {2} on {3}.\nDid nobody tell you? End that session and make new codes."),
    });

    static readonly LetterTexts Romanian = new("Bună ziua, {0},", "Bună ziua,", "Dacă nu așteptați acest e-mail, nu faceți nimic sau anunțați un proprietar al companiei.", new Dictionary<LetterKind, Words>
    {
        [LetterKind.ResetPassword] = new("Alegeți o parolă nouă", "Cineva a cerut o parolă nouă pentru contul dumneavoastră. Legătura merge o singură dată, timp de o oră.", "Alegeți o parolă nouă"),
        [LetterKind.PasswordChanged] = new("Parola a fost schimbată", "Parola contului a fost schimbată la {0}, de la {1}. Toate dispozitivele au fost deconectate.\nNu ați fost dumneavoastră? Cereți imediat o parolă nouă și anunțați un proprietar al companiei."),
        [LetterKind.ConfirmEmail] = new("Confirmați noua adresă de e-mail", "De acum doriți să vă conectați cu această adresă. Legătura merge o singură dată, timp de o oră.", "Confirmați adresa"),
        [LetterKind.EmailChanged] = new("Adresa de e-mail a fost schimbată", "Contul are acum adresa {0}. Adresa aceasta nu îl mai deschide.\nNu ați fost dumneavoastră? Anunțați imediat un proprietar al companiei."),
        [LetterKind.Invitation] = new("{0} vă invită în InvoiceSync", "{1} vă invită să lucrați pentru {0}. Invitația este deschisă șapte zile.", "Acceptați invitația"),
        [LetterKind.NewDevice] = new("O conectare de pe un dispozitiv sau loc nou", "Cineva s-a conectat la contul dumneavoastră cu {0} de la {1}, la {2}.\nNu ați fost dumneavoastră? Închideți sesiunea la Cont, Dispozitive, și schimbați parola."),
        [LetterKind.DeviceEnded] = new("Un dispozitiv a fost deconectat", "Puteți fi conectat pe {0} dispozitive. Cel cu care v-ați conectat cel mai demult, {1}, a fost deconectat."),
        [LetterKind.TokenStolen] = new("O conectare copiată a fost folosită", "Conectarea memorată de pe {0} a fost prezentată a doua oară, de la {1}. Se întâmplă când a fost copiată, așa că a fost închisă peste tot.\nConectați-vă din nou și schimbați parola."),
        [LetterKind.TwoStepOn] = new("Conectarea în doi pași este pornită", "De acum contul cere un cod din aplicația de autentificare. Păstrați codurile de rezervă la loc sigur."),
        [LetterKind.TwoStepOff] = new("Conectarea în doi pași este oprită", "Contul nu mai cere un cod, din {0}, de la {1}.\nNu ați fost dumneavoastră? Schimbați parola și porniți-o din nou."),
        [LetterKind.RecoveryUsed] = new("Un cod de rezervă a fost folosit", "Cineva s-a conectat la cont cu un cod de rezervă la {0}, de la {1}. Coduri rămase: {2}.\nNu ați fost dumneavoastră? Schimbați parola și faceți coduri noi."),
        [LetterKind.PasskeyAdded] = new("O cheie de acces a fost adăugată", "Cheia de acces „{0}” deschide acum contul.\nNu ați fost dumneavoastră? Ștergeți-o la Cont, Securitate, și schimbați parola."),
        [LetterKind.PasskeyRemoved] = new("O cheie de acces a fost ștearsă", "Cheia de acces „{0}” nu mai deschide contul."),
        [LetterKind.ApprovalAsked] = new("{0} așteaptă aprobarea dumneavoastră", "{0} în valoare de {1} așteaptă aprobarea la {2} ({3}).", "Vedeți și hotărâți"),
        [LetterKind.BreakGlassUsed] = new("Un cod de urgență a deschis {0}", "{1} a intrat în {0} cu un cod de urgență, pe lângă autentificarea companiei, de la {2}, la {3}.\nNu v-a anunțat nimeni? Închideți acea sesiune și faceți coduri noi."),
    });
}
