using System.Collections.Frozen;

namespace InvoiceSync.Fiscal.Rules;

static class EnglishTexts
{
    public static readonly FrozenDictionary<string, RuleText> All = new Dictionary<string, RuleText>
    {
        [RuleKeys.NumberWithoutDigit] = new(
            "The invoice number has no digit.",
            "Give it a number with at least one digit, like ISY-0001."),
        [RuleKeys.TextMissing] = new(
            "An obligatory text is empty.",
            "Fill it in."),
        [RuleKeys.TextTooLong] = new(
            "A text is longer than ANAF accepts.",
            "Shorten it."),
        [RuleKeys.PeriodReversed] = new(
            "The period ends before it starts.",
            "Correct the dates of the period."),
        [RuleKeys.NotesTooMany] = new(
            "There are more notes than ANAF accepts.",
            "Remove or shorten notes; a long one counts once for every 300 characters."),
        [RuleKeys.LinesMissing] = new(
            "The invoice has no lines.",
            "Add at least one line."),
        [RuleKeys.LinesTooMany] = new(
            "The invoice has more lines than fit into the 10 MB ANAF takes.",
            "Split it into several invoices."),
        [RuleKeys.LineIdRepeated] = new(
            "Two lines have the same number.",
            "Number the lines one after another."),
        [RuleKeys.MeansUnknown] = new(
            "The means of payment is not a known code.",
            "Use 48 for card, 30 for bank transfer, 68 for an online service, 10 for cash."),
        [RuleKeys.IbanMissing] = new(
            "Payment by bank transfer needs the seller's IBAN.",
            "Enter the IBAN in the company profile, or choose another means of payment."),
        [RuleKeys.DueMissing] = new(
            "There is an amount to pay but neither a due date nor payment terms.",
            "Add a due date."),
        [RuleKeys.SellerCuiWrong] = new(
            "The seller's CUI is not valid or not known to ANAF.",
            "Compare the CUI in the company profile with the registration certificate."),
        [RuleKeys.BuyerCuiWrong] = new(
            "The buyer's CUI is not valid.",
            "Ask the customer for the right CUI; its last digit is a check digit and does not fit."),
        [RuleKeys.CnpWrong] = new(
            "The buyer's CNP is not valid.",
            "Correct it, or leave it empty: thirteen zeros are sent then, which the law allows."),
        [RuleKeys.PersonAsCompany] = new(
            "The buyer is marked as a company but has a person's number.",
            "Mark the buyer as an individual, or enter the company's CUI."),
        [RuleKeys.PersonWithVatId] = new(
            "The buyer is marked as an individual but has a VAT number.",
            "Mark the buyer as a company, or remove the VAT number."),
        [RuleKeys.BuyerIdMissing] = new(
            "The buyer has neither a registration number nor a VAT number.",
            "Ask the customer for the CUI; if it is a private person, mark the buyer as an individual."),
        [RuleKeys.VatPrefixMissing] = new(
            "A VAT number lacks the letters of its country.",
            "Write it with its country, like RO18547290 or DE136695976; without VAT registration leave it empty."),
        [RuleKeys.VatMismatch] = new(
            "The buyer's CUI and VAT number are different companies.",
            "Find out which is right and correct the other."),
        [RuleKeys.StreetMissing] = new(
            "The street is missing.",
            "Add street and number to the address."),
        [RuleKeys.CityMissing] = new(
            "The city is missing.",
            "Add the city or village to the address."),
        [RuleKeys.SectorUnknown] = new(
            "For an address in Bucharest the city must be its sector, SECTOR1 to SECTOR6.",
            "Choose the sector of the address."),
        [RuleKeys.CountyUnknown] = new(
            "The county of a Romanian address is missing or not a known one.",
            "Choose the county of the address."),
        [RuleKeys.CountryUnknown] = new(
            "The country is missing or not a known code.",
            "Choose the country of the address."),
        [RuleKeys.UnitUnknown] = new(
            "The unit of measure is not a code ANAF knows.",
            "Choose a unit: H87 piece, HUR hour, MON month, KGM kilogram."),
        [RuleKeys.PriceNegative] = new(
            "A unit price is negative.",
            "Make the price positive and the quantity negative."),
        [RuleKeys.DiscountWrong] = new(
            "A line's discount raises its amount.",
            "A discount has the sign of the quantity; correct it."),
        [RuleKeys.LineNetWrong] = new(
            "A line's amount is not quantity × price − discount.",
            "Correct quantity, price or discount."),
        [RuleKeys.AmountTooFine] = new(
            "An amount has more decimals than its currency or ANAF allows.",
            "Round it to the smallest coin of the currency, at most two decimals."),
        [RuleKeys.TotalOfLinesWrong] = new(
            "The total of lines is not their sum.",
            "Correct the lines or the total."),
        [RuleKeys.TotalOfAllowancesWrong] = new(
            "The total of discounts is not their sum.",
            "Correct the discounts or the total."),
        [RuleKeys.TotalOfChargesWrong] = new(
            "The total of charges is not their sum.",
            "Correct the charges or the total."),
        [RuleKeys.ChargeWrong] = new(
            "A charge is not its percentage of its base.",
            "Correct the charge, or leave out percentage and base."),
        [RuleKeys.TotalWithoutVatWrong] = new(
            "The total without VAT is not lines minus discounts plus charges.",
            "Correct the totals."),
        [RuleKeys.TotalOfVatWrong] = new(
            "The total of VAT is not the sum of the rates' VAT.",
            "Correct the VAT table or the total."),
        [RuleKeys.TotalWithVatWrong] = new(
            "The total with VAT is not total without VAT plus VAT.",
            "Correct the totals."),
        [RuleKeys.PayableWrong] = new(
            "The amount to pay is not the total with VAT minus what was paid.",
            "Correct the amount paid or to pay."),
        [RuleKeys.BreakdownMissing] = new(
            "A VAT rate used in the invoice is missing from the VAT table.",
            "Add a row for each rate used."),
        [RuleKeys.BreakdownRepeated] = new(
            "A VAT rate stands twice in the VAT table.",
            "Join the two rows."),
        [RuleKeys.VatBaseWrong] = new(
            "The base of a VAT rate is not the sum of its lines less discounts plus charges.",
            "Correct the base, or the rate of a line."),
        [RuleKeys.VatAmountWrong] = new(
            "The VAT of a rate does not fit its base.",
            "Correct the VAT: base × rate."),
        [RuleKeys.RateMissing] = new(
            "A taxed line has a VAT rate of zero.",
            "Choose the rate, or the reason why there is no VAT."),
        [RuleKeys.RateForExempt] = new(
            "A line without VAT has a VAT rate.",
            "Set the rate to 0, or the category to taxed."),
        [RuleKeys.RateNotAllowed] = new(
            "Romania has no such VAT rate for the day of supply.",
            "Use 21 or 11 % for supplies since 1 August 2025, 19, 9 or 5 % before; VAT of another country is not declared here."),
        [RuleKeys.ReasonMissing] = new(
            "A category without VAT gives no reason.",
            "Add the exemption code or the article of the law."),
        [RuleKeys.ReasonNotAllowed] = new(
            "A taxed category gives a reason for exemption.",
            "Remove the reason."),
        [RuleKeys.ExemptionUnknown] = new(
            "The exemption code is not one ANAF knows.",
            "Choose a code from the VATEX list, or write the reason as text."),
        [RuleKeys.SellerNotRegistered] = new(
            "The seller is not registered for VAT but charges it.",
            "Correct the company profile, or issue the invoice without VAT."),
        [RuleKeys.VatIdsMissing] = new(
            "This kind of VAT needs the VAT numbers of seller and buyer.",
            "Add the buyer's VAT number, or use another VAT category."),
        [RuleKeys.VatIdsNotAllowed] = new(
            "An invoice not subject to VAT shows a VAT number.",
            "Remove the VAT number, or use another VAT category."),
        [RuleKeys.OutsideMixed] = new(
            "Lines not subject to VAT stand beside lines of other categories.",
            "Put them on an invoice of their own."),
        [RuleKeys.DeliveryMissing] = new(
            "An intra-community supply must show date and country of delivery.",
            "File this invoice by hand for now: the place of delivery is not known here."),
        [RuleKeys.CurrencyUnknown] = new(
            "ANAF does not accept this currency.",
            "Issue the invoice in RON, EUR or another currency of its list."),
        [RuleKeys.RonVatMissing] = new(
            "The VAT in lei is missing from an invoice in another currency.",
            "Wait for the BNR rate of the day, or enter the rate."),
        [RuleKeys.RonVatWrong] = new(
            "The VAT in lei is not VAT × exchange rate.",
            "Correct the rate or the amount."),
        [RuleKeys.ExchangeRateWrong] = new(
            "The exchange rate is not above zero.",
            "Enter the BNR rate."),
        [RuleKeys.CodeUnknown] = new(
            "A code is not in the list ANAF accepts.",
            "Correct the value the message names."),
        [RuleKeys.TypeNotAllowed] = new(
            "ANAF does not accept this type of document.",
            "Send it as 380 (invoice), 384 (corrected), 389 (self-billed), 751 (for bookkeeping) or 381 (credit note)."),
        [RuleKeys.SpecOutdated] = new(
            "ANAF expects another version of the invoice format.",
            "The program that wrote the file needs an update: the customization is CIUS-RO 1.0.1."),
        [RuleKeys.DateMalformed] = new(
            "A date is not written as year-month-day.",
            "Have the program that wrote the file write it like 2026-11-30."),
        [RuleKeys.XmlBroken] = new(
            "ANAF could not read the file.",
            "Report this to support with the file; sending it again will not help."),
        [RuleKeys.FileTooLarge] = new(
            "The file is larger than ANAF takes.",
            "Split the invoice into several."),
        [RuleKeys.Duplicate] = new(
            "ANAF already has this invoice.",
            "Nothing to send: the earlier upload counts, and its answer is adopted."),
        [RuleKeys.CuiNotFound] = new(
            "ANAF does not find a CUI in its register.",
            "Check the CUI. A company founded in the last days appears later: then send again tomorrow."),
        [RuleKeys.NoRight] = new(
            "The connected person has no right in SPV for this company.",
            "Have the right added in SPV, or connect with the certificate of a person who has it."),
        [RuleKeys.DailyLimit] = new(
            "ANAF's limit of calls for today is reached.",
            "Nothing to do: it goes on tomorrow."),
        [RuleKeys.Technical] = new(
            "ANAF had a technical error.",
            "Nothing to do: it is tried again."),
        [RuleKeys.RequestWrong] = new(
            "ANAF did not understand how the file was sent.",
            "Report this to support."),
        [RuleKeys.Unknown] = new(
            "ANAF refused this for a reason we do not know yet.",
            "Read ANAF's own text; if it does not help, report it to support."),
    }.ToFrozenDictionary();
}
