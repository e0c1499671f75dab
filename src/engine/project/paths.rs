//! Where relative links lead, by name alone.

/// The path of the file that `target` names when it stands in the file `from`; `None` where it is no relative path, or leads out of the
/// folder that the names are relative to.
pub(super) fn joined(from: &str, target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    // A scheme, a host without one, a path from a root that only the server knows.
    let relative = !path.is_empty() && !path.starts_with('/') && !path.split('/').next()?.contains(':');
    if !relative {
        return None;
    }
    let decoded = unescaped(path);
    let absolute = from.starts_with('/');
    let mut parts: Vec<&str> = from.split('/').filter(|part| !part.is_empty()).collect();
    parts.pop();
    for part in decoded.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(format!("{}{}", if absolute { "/" } else { "" }, parts.join("/")))
}

/// `%20` and the like as the characters they stand for; as it is where they stand for none.
fn unescaped(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'%').then(|| after.get(..2)).flatten();
        let byte =
            escaped.and_then(|digits| std::str::from_utf8(digits).ok()).and_then(|d| u8::from_str_radix(d, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}
