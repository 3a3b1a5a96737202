# Sourced by run.sh and test.sh: finds a JDK 25 and Maven, or says in one line what to install.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] && "$1/bin/java" -version 2>&1 | grep -q ' version "25[."]'
}

# Sets and exports JAVA_HOME.
find_jdk() {
  local on_path='' candidate
  if command -v java > /dev/null 2>&1; then
    on_path=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" \
      /usr/lib/jvm/* /opt/* /opt/*/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return
    fi
  done
  echo "Skypatch needs a JDK 25: install one (for example Eclipse Temurin 25, https://adoptium.net) or set JAVA_HOME to it." >&2
  exit 1
}

# Sets MVN.
find_maven() {
  if command -v mvn > /dev/null 2>&1; then
    MVN=mvn
  elif [ -x "${MAVEN_HOME:-}/bin/mvn" ]; then
    MVN=$MAVEN_HOME/bin/mvn
  else
    echo "Skypatch is built with Maven 3.8.7 or later: install it (for example: apt-get install maven) so that mvn is on the PATH." >&2
    exit 1
  fi
}
