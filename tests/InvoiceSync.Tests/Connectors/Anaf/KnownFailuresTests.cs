using InvoiceSync.Tests.Architecture;

namespace InvoiceSync.Tests.Connectors.Anaf;

/// <summary>The failures of e-Factura programs that we collected, by number: each is guarded by a test, and none of these tests may go away unseen.</summary>
public sealed class KnownFailuresTests
{
    static readonly (int Number, string What, string Test)[] Guards =
    [
        (1, "a time-out taken for a failure", "A_server_that_reads_and_never_answers_leaves_us_in_doubt"),
        (1, "a time-out of ten seconds", "Uploads_have_at_least_a_minute"),
        (2, "the index of a duplicate lost", "A_duplicate_is_followed_under_its_first_index"),
        (2, "many clicks, many uploads", "Sending_begins_once_and_a_second_beginning_is_a_doubt"),
        (3, "JSON instead of a ZIP after 60 days", "A_receipt_expires"),
        (4, "a list answered by another status", "A_list_that_breaks_off_leaves_the_mark_and_is_read_again"),
        (5, "more than 500 messages", "Every_page_is_kept_and_the_mark_moves_after_the_last"),
        (5, "a credit note printed as an invoice", "A_print_is_asked_for_by_the_root_element_and_without_a_token"),
        (6, "ANAF's page index is wrong", "An_empty_page_ends_the_list_whatever_number_of_pages_it_tells"),
        (7, "empty bodies, XML and JSON mixed", "What_was_not_clearly_said_is_in_doubt"),
        (7, "XML and JSON mixed", "A_known_text_is_understood_as_JSON_too"),
        (8, "the text of a limit hidden", "When_the_questions_of_the_day_are_used_up_it_waits_for_hours"),
        (8, "a firewall's page for a PDF", "What_is_no_PDF_is_told_apart"),
        (9, "the signature read for the error file", "All_errors_are_read_and_the_index_of_a_duplicate_is_found"),
        (10, "RO in the cif, a path left out", "A_tax_id_that_is_not_digits_is_never_asked_about"),
        (10, "a path left out", "The_address_follows_the_buyer_the_kind_and_the_mode"),
        (11, "a ZIP read as text", "An_accepted_invoice_comes_with_its_signature_byte_for_byte"),
        (12, "BR-RO-030 for euro", "Every_broken_shape_is_named_by_its_rule_and_no_other"),
        (13, "the second tax total left out", "Euro_carries_two_tax_totals_and_a_note_of_the_rate_and_RON_one_and_none"),
        (14, "RO left out before a VAT number", "A_VAT_number_alone_tells_the_CUI"),
        (15, "RO put before a CNP", "A_CNP_stands_apart_and_stays_when_it_comes_back_hidden"),
        (16, "what a private person has for a number", "A_private_person_goes_to_the_door_for_consumers_with_thirteen_zeros"),
        (17, "the sectors of Bucharest", "Every_spelling_of_every_sector_is_found"),
        (18, "no second try after a refusal", "A_filing_goes_where_the_table_says_or_stays_where_it_is"),
        (19, "files in windows-1252", "A_file_in_an_old_encoding_and_with_other_prefixes_is_read"),
        (20, "unusual prefixes and namespaces", "A_mark_blanks_prefixes_and_other_namespaces_do_not_lose_the_index"),
        (21, "the reason of an exemption in the lines", "Every_plain_shape_may_be_sent"),
        (22, "no certificate in the browser", "A_callback_without_a_certificate_is_explained"),
        (23, "no door for consumers", "A_private_person_goes_to_the_door_for_consumers_with_thirteen_zeros"),
        (24, "maintenance by redirect", "A_maintenance_redirect_is_told_and_not_followed"),
        (25, "a pause that is not kept", "While_it_rests_nothing_is_called_and_nothing_is_in_doubt"),
        (26, "a byte order mark", "There_is_no_byte_order_mark_and_no_schema_location"),
        (27, "a window a second ahead of ANAF's clock", "A_list_is_asked_for_inside_the_window_ANAF_answers"),
        (28, "invoices multiplied by ANAF", "Messages_are_kept_once_however_often_the_list_shows_them"),
    ];

    static readonly string Tests = string.Join('\n', Repository.Files(".cs").Where(path => path.StartsWith("tests/", StringComparison.Ordinal) && !path.EndsWith("KnownFailuresTests.cs", StringComparison.Ordinal)).Select(Repository.Read));

    [Fact]
    public void Each_of_the_28_has_a_guard() => Assert.Equal(Enumerable.Range(1, 28), Guards.Select(g => g.Number).Distinct());

    [Fact]
    public void Every_guard_is_there() => Assert.Empty(Guards.Where(g => !IsTest(g.Test)).Select(g => $"{g.Number} {g.What}: {g.Test}"));

    [Fact]
    public void A_guard_that_is_not_would_be_seen() => Assert.False(IsTest("A_test_nobody_" + "wrote"));

    [Fact]
    public void Uploads_have_at_least_a_minute() => Assert.True(new InvoiceSync.Connectors.Anaf.AnafOptions().Upload >= TimeSpan.FromMinutes(1));

    static bool IsTest(string name) => name == nameof(Uploads_have_at_least_a_minute) || Tests.Contains($" {name}(", StringComparison.Ordinal);
}
