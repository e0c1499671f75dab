use super::read;
use crate::doc::markup::testing::lines;

const PROSE: &str = "<p>We collect your name and your address when you place an order with us.</p>\
    <p>We keep both for as long as the law asks us to keep invoices, and no longer.</p>";

/// The blocks of a page that are furniture.
fn furniture(page: &str) -> Vec<String> {
    let marked = lines(&read(page), page).into_iter();
    marked.filter_map(|line| line.strip_prefix('~').map(str::to_owned)).collect()
}

#[test]
fn elements_and_roles_that_are_furniture() {
    let page = format!(
        "<header><a href=/>Acme</a> Call us <h1>Privacy</h1><p>May 2026</p></header><nav>Shop Help</nav>{PROSE}\
         <div role=dialog>Hi</div><aside>News</aside><footer>Acme, 1 Kiln Lane</footer>"
    );
    assert_eq!(furniture(&page), ["Acme Call us", "Shop Help", "Hi", "News", "Acme, 1 Kiln Lane"]);
}

#[test]
fn the_head_and_foot_of_an_article_belong_to_it() {
    let page = format!(
        "<main><header><p>In force since May</p></header>{PROSE}<footer>Version 3 of the policy</footer></main>"
    );
    assert!(furniture(&page).is_empty());
}

#[test]
fn names_that_tell_furniture() {
    for name in
        ["cookie-banner", "onetrust-consent-sdk", "mainNav", "site_footer", "breadcrumbs", "share-links", "sidebar"]
    {
        let page = format!("{PROSE}<div class='box {name}'>Some words</div>");
        assert_eq!(furniture(&page), ["Some words"], "{name}");
    }
    for name in ["cookies", "consent", "section-navigable", "content", "footnotes"] {
        let page = format!("{PROSE}<div class='box {name}'>Some words</div>");
        assert!(furniture(&page).is_empty(), "{name}");
    }
}

#[test]
fn what_holds_the_policy_is_no_furniture() {
    for tag in ["header", "footer", "div class=footer-page", "aside", "div id=cookie-notice"] {
        assert!(furniture(&format!("<{tag}>{PROSE}")).is_empty(), "{tag}");
    }
}

#[test]
fn a_long_section_named_as_a_banner_is_policy() {
    let section = "We set a cookie that remembers what is in your basket. ".repeat(20);
    assert!(furniture(&format!("{}<div id=cookies-modal>{section}</div>", PROSE.repeat(40))).is_empty());
}

#[test]
fn links_before_and_after_the_policy_are_menus() {
    let menu =
        "<div><a href=/a>Shop</a></div><div><a href=/b>Help</a></div><div>Company</div><div><a href=/c>Jobs</a></div>";
    let page =
        format!("{menu}<h1>Privacy</h1><p>May 2026</p>{PROSE}<p>Acme, 1 Kiln Lane</p><h4>More</h4>{menu}<p>© Acme</p>");
    let expected = ["Shop", "Help", "Company", "Jobs", "#### More", "Shop", "Help", "Company", "Jobs", "© Acme"];
    assert_eq!(furniture(&page), expected);
}

#[test]
fn title_and_date_above_a_link_are_policy() {
    let menu = "<ul><li><a href=/a>Shop</a><li><a href=/b>Help</a><li><a href=/c>Jobs</a></ul>";
    let older = "<p><a href=/old>Older versions</a></p>";
    for level in ["h2", "h3"] {
        let page = format!(
            "{menu}<{level}>Acme Privacy Notice</{level}><p>Last updated: May 2026</p>{older}<h3>Scope</h3>{PROSE}"
        );
        assert_eq!(furniture(&page), ["- Shop", "- Help", "- Jobs", "Older versions"], "{level}");
    }
    let page = format!("{menu}<p>Last revised 3 May 2026</p>{older}<h2>What we keep</h2>{PROSE}");
    assert_eq!(furniture(&page), ["- Shop", "- Help", "- Jobs", "Older versions"]);
    let teaser = format!("{menu}<h3>From the kiln</h3><p>3 May 2026</p>{menu}<h1>Privacy</h1>{PROSE}");
    assert!(furniture(&teaser).contains(&"3 May 2026".to_owned()));
    let below =
        format!("<h1>Privacy</h1>{PROSE}<p><a href='#'>Back to Top</a></p><p>Last update: June 30, 2026</p>{menu}");
    assert_eq!(furniture(&below), ["Back to Top", "- Shop", "- Help", "- Jobs"]);
    let foot = format!("<h1>Privacy</h1>{PROSE}{menu}<p>Last updated by the web team</p>");
    assert!(furniture(&foot).contains(&"Last updated by the web team".to_owned()));
}

#[test]
fn links_within_the_policy_are_policy() {
    let choices = "<ul><li><a href=https://a.example>First network</a><li><a href=https://b.example>Second network</a>\
        <li><a href=https://c.example>Third network</a></ul>";
    let cookies = "<table><tr><th>Set by<th>Name<tr><td><a href=https://a.example>a.example</a><td>sid</table>";
    assert!(furniture(&format!("{PROSE}{cookies}")).is_empty());
    assert!(furniture(&format!("{PROSE}{choices}{PROSE}<p><a href=mailto:a@b.example>Write to us</a></p>")).is_empty());
}

#[test]
fn tables_of_contents_are_furniture() {
    let contents = "<h2>Contents</h2><ul><li><a href=#a>What we collect</a><li><a href=#b>How long</a><li><a href=#c>Contact</a></ul>";
    let page = format!(
        "<h1>Privacy</h1>{contents}<h2 id=a>What we collect</h2>{PROSE}<p><a href=#top>Back to top</a></p>{PROSE}"
    );
    let expected = ["## Contents", "- What we collect", "- How long", "- Contact", "Back to top"];
    assert_eq!(furniture(&page), expected);
    let linked_heading = format!("<h2 id=a><a href=#a>What we collect</a></h2>{PROSE}");
    assert!(furniture(&linked_heading).is_empty());
}
